"""Article text in, proposed claims out, each with its sentence and the reason why."""
