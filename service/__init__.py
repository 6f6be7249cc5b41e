"""The web service: three desks, the worker that prepares notes, and the records they keep."""
