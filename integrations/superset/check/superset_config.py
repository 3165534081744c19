"""Superset for the check: all of it in one temporary directory, on the loopback interface."""

import os

SECRET_KEY = os.environ["CHECK_SECRET"]
SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(os.environ["SUPERSET_HOME"], "superset.db")
TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
