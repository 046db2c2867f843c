"""The panel of versions (版本): what an article or an issue was, what differs, and the way back."""
