"""The version of the program, the one place that states it (the build reads it from here)."""

VERSION = "0.1.0"
