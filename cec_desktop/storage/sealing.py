"""Sealing what the history keeps of a client under the client's own key: that destroyed, all is gone."""

from __future__ import annotations

import json
import os
import zlib

from cec_desktop.storage.difference import Json

KEY_BYTES = 32
_NONCE_BYTES = 12


def new_key() -> bytes:
    """A random key for one client file."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, content: Json, bound_to: bytes) -> bytes:
    """Compress and encrypt; the result opens only beside the same ``bound_to``."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    plain = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> Json:
    """What was sealed.

    Raises:
        ValueError: the key, the place or the bytes are not those it was sealed with.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        plain = AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to)
    except InvalidTag:
        raise ValueError("not sealed with this key in this place") from None
    content: Json = json.loads(zlib.decompress(plain))
    return content
