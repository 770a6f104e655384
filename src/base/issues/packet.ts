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

type None = Record<never, never>

/** Findings of manifest, signature, zip and packet. */
export type PacketIssues = {
    "manifest.path.unsafe": { readonly fault: PathFault }
    "manifest.path.collision": { readonly other: string }
    "manifest.path.file-and-folder": { readonly folder: string }
    "manifest.text.large": { readonly most: number }
    "manifest.text.lines": { readonly lines: number; readonly most: number }
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
    "packet.layers.many": { readonly most: number }
    "packet.signer.earlier-layer": { readonly fingerprint: string }
    "packet.signer.already": { readonly fingerprint: string }
    "packet.signer.many": { readonly most: number }
}

declare module "../issue.ts" {
    interface IssueParams extends PacketIssues {}
}
