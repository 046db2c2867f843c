"""Packages of Word, Excel, PowerPoint and WPS under a password: decrypted, then read as what is inside."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bulletin_desktop.errors import UserError
from bulletin_desktop.intake.reading import MOST_UNPACKED, File, Inside, password_needed

_ROUNDS = re.compile(rb'spinCount="([0-9]{1,12})"')  # MS-OFFCRYPTO 2.3.4.10; Word writes 100,000
_MOST_ROUNDS = 1_000_000
_KEY_VALUE = bytes.fromhex("146e0be7abacd0d6")  # the block that names what is derived
_MOST = MOST_UNPACKED  # an encrypted package is as large as what is inside


def open_up(file: File) -> Iterator[Inside]:
    """Yield the file itself without its encryption. Raises `PasswordNeeded`, `UserError`."""
    if len(file.content) > _MOST:
        raise UserError(
            "{name} is protected with a password and larger than {limit} MB; it was not read. "
            "Open it in the program that made it, take the password off, and save it.",
            name=file.name,
            limit=_MOST // (1024 * 1024),
        )
    if not file.password:
        raise password_needed(file)
    yield Inside(replace(file, content=decrypted(file)))


def decrypted(file: File) -> bytes:
    """Return the content that *file*, of the modern or the old form, has under its password.

    Raises `PasswordNeeded` where the password is not the one, `UserError` for a protection nobody here knows.
    """
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError

    out = io.BytesIO()
    if any(int(found[1]) > _MOST_ROUNDS for found in _ROUNDS.finditer(file.content)):
        raise _unknown(file)
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(file.content))
        if office.format == "ooxml" and office.type == "agile":
            office.load_key(secret_key=_agile_key(office.info, file.password))
        else:
            office.load_key(password=file.password)
        office.decrypt(out)
    except InvalidKeyError:
        raise password_needed(file) from None
    except Exception:  # a parser of damaged files fails in as many ways as there are
        raise _unknown(file) from None
    return out.getvalue()


def _agile_key(info: Mapping[str, Any], password: str) -> bytes:
    """Return the key of a package in the form of Word 2010 and later (MS-OFFCRYPTO 2.3.4.11 and 2.3.4.13).

    The library cuts a hash to the key's length, but does not lengthen one that is shorter, as SHA-1 is for
    AES of 256 bits, which some programs write.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    digest = partial(hashlib.new, info["passwordHashAlgorithm"].replace("-", "").lower())
    rounds = digest(info["passwordSalt"] + password.encode("utf-16-le")).digest()
    for number in range(info["spinValue"]):
        rounds = digest(number.to_bytes(4, "little") + rounds).digest()
    length = info["passwordKeyBits"] // 8
    key = digest(rounds + _KEY_VALUE).digest()[:length].ljust(length, b"\x36")
    cipher = Cipher(AES(key), CBC(info["passwordSalt"][:16])).decryptor()
    return cipher.update(info["encryptedKeyValue"])[:length] + cipher.finalize()


def _unknown(file: File) -> UserError:
    return UserError(
        "{name} is protected in a way that is not opened here, or is damaged. Open it in the program "
        "that made it, take the password off, save it, and take that in.",
        name=file.name,
    )
