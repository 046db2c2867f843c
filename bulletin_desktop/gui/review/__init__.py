"""The review page: what was understood of a manuscript, to be corrected before storing."""
