"""Russian, English and Portuguese, checked by LanguageTool on this machine.

Reading order: proofer.py (findings), client.py (one request), server.py and guard.py (the process), lock.py, sources.py
and install.py (how its jars came here). Always true: the text leaves for 127.0.0.1 and for nowhere else.
"""
