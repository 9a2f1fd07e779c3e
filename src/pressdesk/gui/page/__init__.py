"""The release as a page: start at `view.PageView`; `paper.Paper` is the sheet itself, everything else serves it."""
