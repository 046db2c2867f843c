"""`python -m bulletin_desktop.intake.worker`: a worker, which the program talks to through pipes."""

import sys

from bulletin_desktop.intake.worker.process import main

sys.exit(main())
