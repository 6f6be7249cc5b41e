"""The canary: one sealed word that must open before the service starts."""

from sqlalchemy.orm import Mapped, mapped_column

from service.tables.base import Base


class VaultCanary(Base):
    """The only row holds a known word, sealed: another master key cannot open it."""

    __tablename__ = "vault_canary"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes]
