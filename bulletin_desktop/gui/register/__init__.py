"""The register of manuscripts (来稿登记): what came in, from whom, and what has become of it."""
