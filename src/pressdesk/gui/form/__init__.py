"""The form: made from a ReleaseType and nothing else. Start at `view.FormView`."""
