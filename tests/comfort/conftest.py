from tests.admin.conftest import signed_in, staff

__all__ = ["signed_in", "staff"]
