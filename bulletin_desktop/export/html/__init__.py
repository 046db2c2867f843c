"""An issue as one HTML file that fetches nothing."""
