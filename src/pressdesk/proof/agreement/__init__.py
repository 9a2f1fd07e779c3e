"""Whether versions of one text say the same. Start at `pressdesk.app.agreeing.Agreeing`."""
