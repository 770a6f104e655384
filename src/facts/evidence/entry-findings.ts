import { type Issue, issue } from "../../base/issue.ts"
import { extensionOf, isUnrecognised, nameDiffers, programKind } from "./file-type.ts"
import type { LockEntry } from "./lock.ts"

/** What is worth a look about recorded files, told at every step and not only on the day they came in. */

/**
 * Findings about files of the record: empty, the same content twice, an extension that does not fit, a program, a
 * shortcut, a picture that lost its camera data, a table among the pictures. Warnings and notes; the path is that of the file.
 *
 * @param entries - All of them, in their order.
 * @param isWanted - Which are told about; the others are only compared with.
 */
export function entryFindings(
    entries: readonly LockEntry[],
    isWanted: (entry: LockEntry) => boolean = () => true,
): readonly Issue[] {
    const first = new Map<string, LockEntry>()
    const read = new Set(entries.filter(({ folder }) => folder === "exports").map(({ sha256 }) => sha256))
    return entries.flatMap((entry) => {
        const key = `${entry.sha256} ${String(entry.sizeBytes)}`
        const twin = first.get(key)
        if (twin === undefined) first.set(key, entry)
        if (!isWanted(entry)) return []
        return [...findings(entry, twin), ...(read.has(entry.sha256) ? [] : tables(entry))]
    })
}

function findings(entry: LockEntry, twin: LockEntry | undefined): Issue[] {
    const { folder, originalName: file, sizeBytes, mediaType } = entry
    const path = [`${folder}/${file}`]
    const kind = programKind(mediaType, file)
    const issues: Issue[] = []
    if (sizeBytes === 0) issues.push(issue("evidence.file.empty", path, { file }, "warning"))
    else if (twin !== undefined) {
        const params = { file, label: twin.label, other: twin.originalName }
        issues.push(issue("evidence.file.duplicate", path, params, "warning"))
    }
    if (nameDiffers(mediaType, file)) issues.push(issue("evidence.file.extension", path, { file, mediaType }, "note"))
    if (sizeBytes > 0 && isUnrecognised(mediaType, file))
        issues.push(issue("evidence.file.unrecognised", path, { file, extension: extensionOf(file) }, "warning"))
    if (kind !== undefined) issues.push(issue(`evidence.file.${kind}`, path, { file }, "warning"))
    if (entry.danger !== undefined) issues.push(issue(`evidence.file.${entry.danger}`, path, { file }, "warning"))
    if (isForwarded(entry)) issues.push(issue("evidence.file.forwarded", path, { file }, "note"))
    return issues
}

const TABLE = /^text\/csv$|spreadsheet|ms-excel|^application\/(?:zip|gzip|x-tar|x-7z-compressed|vnd\.rar)$/

/** What may be an export of the exchange and lies where nothing is read row by row. */
function tables({ folder, originalName: file, sizeBytes, mediaType }: LockEntry): Issue[] {
    if (folder !== "evidence" || sizeBytes === 0 || !TABLE.test(mediaType)) return []
    return [issue("evidence.file.table", [`${folder}/${file}`], { file }, "note")]
}

/** How messengers name the pictures that they hand on, made smaller and without what the camera noted. */
const HANDED_ON = /(?:^|\/)(?:mmexport\d|wx_camera_|微信图片_|QQ图片|IMG-\d{8}-WA\d|photo_\d{4}-\d\d-\d\d)/i

function isForwarded({ mediaType, originalName, exif }: LockEntry): boolean {
    const isBare = exif?.takenAt === undefined && exif?.make === undefined && exif?.model === undefined
    return mediaType === "image/jpeg" && isBare && HANDED_ON.test(originalName)
}
