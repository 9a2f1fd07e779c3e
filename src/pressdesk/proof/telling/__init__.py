"""Which language a text is in, by paragraph and by word: start at `telling.Teller`."""
