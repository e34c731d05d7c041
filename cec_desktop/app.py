"""The composition root: builds the services, wires them by constructor and opens the window."""
