"""Files and paper made by the page painter."""
