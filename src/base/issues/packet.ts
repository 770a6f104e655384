/** Why a stored path is not safe; the rules stand in `manifest/path.ts`. */
export type PathFault =
    | "empty"
    | "absolute"
    | "segment-empty"
    | "segment-dot"
    | "segment-dash"
    | "character"
    | "reserved-name"
    | "segment-long"
    | "path-long"
    | "deep"

/** Why a signature file is not good; `bad`: it is not by the key it names over this list. */
export type SignatureFault = "armour" | "encoding" | "namespace" | "hash" | "key" | "algorithm" | "bad"

type None = Record<never, never>

/** Findings of manifest, signature, zip, packet and verify. */
export type PacketIssues = {
    "manifest.path.unsafe": { readonly fault: PathFault }
    "manifest.path.collision": { readonly other: string }
    "manifest.path.file-and-folder": { readonly folder: string }
    "manifest.text.large": { readonly most: number }
    "manifest.text.encoding": None
    "manifest.text.end": None
    "manifest.line.carriage-return": None
    "manifest.line.form": None
    "manifest.line.spelling": { readonly path: string }
    "manifest.line.outside": { readonly path: string }
    "manifest.line.order": { readonly path: string }
    "manifest.line.duplicate": { readonly path: string }
    "manifest.bag-info.form": None
    "manifest.bag-info.line": None
    "manifest.bag-info.value": { readonly label: string }

    "signature.key.format": None
    "signature.key.type": { readonly type: string }
    "signature.key.cipher": { readonly cipher: string }
    "signature.key.encrypted": None
    "signature.key.passphrase": None
    "signature.signers.line": None
    "signature.signers.key": { readonly type: string }
    "signature.signers.time": { readonly option: string }
    "signature.signers.zone": { readonly option: string }
    "signature.signers.authority": None
    "signature.signers.option": { readonly option: string }

    "zip.file.format": None
    "zip.file.end": None
    "zip.file.entries": { readonly count: number; readonly most: number }
    "zip.file.directory": None
    "zip.file.gap": { readonly offset: number }
    "zip.file.top": { readonly count: number }
    "zip.entry.header": None
    "zip.entry.beyond": None
    "zip.entry.local-header": { readonly offset: number }
    "zip.entry.name": None
    "zip.entry.duplicate": { readonly other: string }
    "zip.entry.crc": None

    "packet.prior.manifest": None
    "packet.prior.changed": None
    "packet.size.bytes": { readonly bytes: number; readonly most: number }
    "packet.size.files": { readonly files: number; readonly most: number }
    "packet.signer.earlier-layer": { readonly fingerprint: string }
    "packet.signer.already": { readonly fingerprint: string }
    "packet.signer.many": { readonly most: number }

    "verify.packet.none": None
    "verify.packet.elsewhere": { readonly where: string }
    "verify.packet.algorithm": None
    "verify.folder.system-file": None
    "verify.folder.nested": None
    "verify.folder.irregular": None
    "verify.file.changed": { readonly list: string }
    "verify.list.missing": None
    "verify.list.extra": None
    "verify.tag.bagit": None
    "verify.tag.list": None
    "verify.bag-info.differs": { readonly label: string }
    "verify.index.missing": None
    "verify.index.json": None
    "verify.index.format": None
    "verify.index.field": None
    "verify.index.not-canonical": None
    "verify.index.kind": { readonly kind: string; readonly layer: number }
    "verify.index.content": { readonly kind: string }
    "verify.index.unlisted": None
    "verify.index.silent": None
    "verify.index.size": { readonly claimed: number; readonly actual: number }
    "verify.layer.code": { readonly layer: number; readonly code: string }
    "verify.layer.missing": { readonly layer: number }
    "verify.layer.replaced": { readonly layer: number }
    "verify.layer.misplaced": { readonly layer: number }
    "verify.layer.same-key": { readonly key: string; readonly layer: number }
    "verify.signature.bad": { readonly fault: SignatureFault }
    "verify.signature.gap": None
    "verify.signature.named-key": { readonly key: string }
    "verify.signature.missing": None
    "verify.signature.unknown": { readonly key: string }
    "verify.signature.outside-validity": { readonly key: string }
    "verify.timestamp.unchecked": None
    "verify.time.order": { readonly was: string; readonly is: string }
    "verify.time.future": { readonly claimed: string; readonly now: string }
    "verify.code.same": None
    "verify.code.earlier-layer": { readonly layer: number; readonly found: string }
    "verify.code.form": None
    "verify.code.differs": { readonly found: string }
    "verify.sent.no-record": None
    "verify.sent.same": { readonly name: string; readonly layer: number }
    "verify.sent.not-recorded": None
    "verify.sent.not-given": None
}
