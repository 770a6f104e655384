import { concat } from "../../base/bytes.ts"
import type { Signer } from "../../base/host.ts"
import { signEd25519 } from "./ed25519.ts"
import type { Ed25519Key } from "./private-key.ts"
import { ed25519Blob, fingerprint } from "./public-key.ts"
import { printSignature, signedBytes } from "./sshsig.ts"
import { string } from "./wire.ts"

/** A signer with an Ed25519 key in memory. Deterministic (RFC 8032): the same message gives the same file. */
export function ed25519Signer(key: Ed25519Key): Signer {
    const blob = ed25519Blob(key.publicKey)
    return {
        fingerprint: fingerprint(blob),
        sign(message) {
            const raw = signEd25519(signedBytes(message), key.seed)
            return Promise.resolve(printSignature(blob, concat([string("ssh-ed25519"), string(raw)])))
        },
    }
}
