import { type ByteSource, sourceOf } from "../../base/source.ts"
import type { LayerFile } from "./plan.ts"

const MEDIA_TYPES: Readonly<Record<string, string>> = {
    csv: "text/csv",
    eml: "message/rfc822",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    jpg: "image/jpeg",
    json: "application/json",
    pdf: "application/pdf",
    png: "image/png",
    txt: "text/plain",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

/** Media type by the end of a file's name. */
export function mediaTypeOf(name: string): string {
    return MEDIA_TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream"
}

/** What we made, with the path and role that a packet gives it; the path tells its type. */
export function packed(path: string, made: Uint8Array | ByteSource, role: string, originalName?: string): LayerFile {
    const file = { path, source: sourceOf(made), role, mediaType: mediaTypeOf(path) }
    return originalName === undefined ? file : { ...file, originalName }
}
