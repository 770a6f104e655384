/** Why a signature file is not good; `bad`: it is not by the key it names over this list. */
export type SignatureFault = "armour" | "encoding" | "namespace" | "hash" | "key" | "algorithm" | "bad"

type None = Record<never, never>

/** Findings of the judge. */
export type VerifyIssues = {
    "verify.packet.none": None
    "verify.packet.elsewhere": { readonly where: string }
    "verify.packet.algorithm": None
    "verify.folder.system-file": None
    "verify.folder.nested": None
    "verify.folder.irregular": None
    /** Bytes that a file of this name has at most and as it is; its content was not read. */
    "verify.file.large": { readonly most: number; readonly actual: number }
    /** Bytes by its index and as it is; its content was not read. */
    "verify.file.larger": { readonly claimed: number; readonly actual: number }
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
    /** Facts that the layer's index says were not used: `ips[2]`, `E004`. */
    /** `files`: of what was received, as the layer says. */
    "verify.layer.received": { readonly layer: number; readonly files: number }
    "verify.layer.set-aside": { readonly layer: number; readonly facts: readonly string[] }
    "verify.layer.code": { readonly layer: number; readonly code: string }
    "verify.layer.missing": { readonly layer: number }
    "verify.layer.replaced": { readonly layer: number }
    "verify.layer.misplaced": { readonly layer: number }
    "verify.layer.many": { readonly most: number }
    "verify.layer.same-key": { readonly key: string; readonly layer: number }
    "verify.signature.bad": { readonly fault: SignatureFault }
    "verify.signature.gap": None
    "verify.signature.named-key": { readonly key: string }
    "verify.signature.missing": None
    "verify.signature.unknown": { readonly key: string }
    "verify.signature.outside-validity": { readonly key: string }
    "verify.signature.other-namespace": { readonly key: string }
    "verify.timestamp.unchecked": None
    /** The folder in a ZIP; `expected`: as a packet of its kind has it. */
    "verify.ref.folder": { readonly found: string; readonly expected: string }
    "verify.time.order": { readonly was: string; readonly is: string }
    "verify.time.future": { readonly claimed: string; readonly now: string }
    /** `of`: what was given is the 核对码, the SHA-256 of the list it is cut from, or that of the whole ZIP. */
    "verify.code.same": { readonly of: "code" | "list" | "zip" }
    /** The SHA-256 of a file; `path` is blank for the file itself that was given in place of a packet. */
    "verify.code.file": { readonly path: string }
    "verify.code.earlier-layer": { readonly layer: number; readonly found: string }
    /** Not compared: no code by its `digits`, or the SHA-256 of a ZIP that a `folder` does not have. */
    "verify.code.form": { readonly why: "digits" | "folder" }
    "verify.code.differs": { readonly found: string }
    /** `found`: SHA-256 of the whole ZIP or file; blank for files of a folder. */
    "verify.sha256.differs": { readonly found: string }
    /** The record of the evidence claims what the file does not have. */
    "verify.evidence.differs": {
        readonly label: string
        readonly file: string
        readonly field: "sha256" | "sizeBytes"
        readonly claimed: string
        readonly actual: string
    }
    "verify.evidence.form": None
    "verify.evidence.unknown": None
    "verify.evidence.no-file": { readonly label: string; readonly file: string }
    /** A file that is listed and lies on a disc of its own; size in bytes. */
    "verify.evidence.separate": {
        readonly label: string
        readonly file: string
        readonly size: number
        readonly sha256: string
    }
    "verify.received.form": None
    "verify.received.differs": {
        readonly label: string
        readonly file: string
        readonly field: "sha256" | "sizeBytes"
        readonly claimed: string
        readonly actual: string
    }
    "verify.received.no-file": { readonly label: string; readonly file: string }
    "verify.received.silent": None
    /** A file of an answer that is listed and kept on another carrier; size in bytes. */
    "verify.received.apart": {
        readonly label: string
        readonly file: string
        readonly size: number
        readonly sha256: string
    }
    /** What the record says of the provider's SHA-256, against that of the file. */
    "verify.received.stated": {
        readonly label: string
        readonly algorithm: string
        readonly stated: string
        /** By the same algorithm. */
        readonly found: string
    }
    "verify.received.algorithm": { readonly label: string; readonly algorithm: string; readonly stated: string }
    "verify.received.request": { readonly no: number; readonly layer: number; readonly code: string }
    /** A place that names another reference than the first index of the packet. */
    "verify.ref.differs": { readonly found: string; readonly expected: string }
    "verify.ref.layer": { readonly layer: number; readonly found: string; readonly expected: string }
    "verify.record.form": None
    "verify.sent.no-record": None
    /** Nothing was given to be compared: an empty folder, or one with files of the system alone. */
    "verify.sent.nothing": None
    "verify.sent.same": { readonly name: string; readonly layer: number }
    "verify.sent.not-recorded": None
    "verify.sent.not-given": None
    /** Files of a packet that was given unpacked or changed, which the record can name only as the whole ZIP. */
    "verify.sent.own-files": { readonly count: number }
}

declare module "../issue.ts" {
    interface IssueParams extends VerifyIssues {}
}
