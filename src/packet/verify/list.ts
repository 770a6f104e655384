import { compareBytes, equalBytes } from "../../base/bytes.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_MANIFEST, MANIFEST, type ManifestLine, parseManifest, TAG_MANIFEST } from "../manifest/manifest.ts"
import { isSafePath } from "../manifest/path.ts"
import {
    BAG_INFO,
    BAGIT,
    type BagInfo,
    LARGEST_BAG_TEXT,
    LISTED_TAG_FILES,
    parseBagInfo,
    printBagit,
    rootFile,
} from "../manifest/tag-files.ts"
import type { Contents } from "./contents.ts"
import { notRead } from "./sizes.ts"

/**
 * Files against lists, in a closed world: every file is either a known tag file, a signature, the stamp of one, or a line
 * of the manifest, and every line is a file with that hash.
 */

/** Findings about files and lists; `issues` names each file again. */
export interface ListFindings {
    readonly lines: readonly ManifestLine[]
    readonly checked: number
    readonly changed: readonly string[]
    readonly missing: readonly string[]
    readonly extra: readonly string[]
    readonly bagInfo: BagInfo | undefined
    readonly issues: readonly Issue[]
}

/** Compares all files of a packet with its manifest and tag manifest. */
export async function checkList(contents: Contents, manifest: Uint8Array): Promise<ListFindings> {
    const parsed = parseManifest(manifest, MANIFEST, "data/")
    const unread = await notRead(contents)
    const tags = await checkTagFiles(contents, unread)
    // A line with an unsafe path, or one outside data/, has been named as such; it stands for no file.
    const lines = parsed.lines.filter(({ path }) => path.startsWith("data/") && isSafePath(path))
    const listed = new Set(lines.map(({ path }) => path))
    const present = new Set(contents.paths)
    const missing = [...listed].filter((path) => !present.has(path))
    const isKnown = (path: string): boolean => {
        const root = rootFile(path)
        return root?.kind === "timestamp" ? present.has(root.of) : root !== undefined
    }
    const extra = contents.paths.filter((path) => !listed.has(path) && !isKnown(path))
    const read = lines.filter(({ path }) => !unread.has(path))
    contents.begin(read.map(({ path }) => path))
    const payload = await compareDigests(contents, read)
    const issues: Issue[] = [...parsed.issues, ...tags.issues]
    const large = [...listed].filter((path) => unread.has(path))
    issues.push(...large.flatMap((path) => unread.get(path) ?? []))
    for (const path of missing) issues.push(issue("verify.list.missing", [path], {}))
    for (const path of extra) issues.push(issue("verify.list.extra", [path], {}))
    for (const path of payload.changed) issues.push(issue("verify.file.changed", [path], { list: MANIFEST }))
    return {
        lines,
        checked: payload.checked + tags.checked,
        changed: sorted([...payload.changed, ...tags.changed, ...large]),
        missing: sorted([...missing, ...tags.missing]),
        extra: sorted(extra),
        bagInfo: tags.bagInfo,
        issues,
    }
}

interface Compared {
    readonly checked: number
    readonly changed: readonly string[]
}

/** Hashes every listed file that is present, once; a line given twice must hold both times. */
async function compareDigests(contents: Contents, lines: readonly ManifestLine[]): Promise<Compared> {
    const digests = new Map<string, string>()
    const changed = new Set<string>()
    for (const { path, sha256 } of lines) {
        const digest = digests.get(path) ?? (await contents.digest(path))
        if (digest === undefined) continue
        digests.set(path, digest)
        if (digest !== sha256) changed.add(path)
    }
    return { checked: digests.size, changed: [...changed] }
}

type TagFindings = Omit<ListFindings, "lines" | "extra">

/** `bagit.txt`, `bag-info.txt` and the tag manifest, which lists exactly three files. */
async function checkTagFiles(contents: Contents, unread: ReadonlyMap<string, Issue>): Promise<TagFindings> {
    const all = [...LISTED_TAG_FILES, TAG_MANIFEST]
    const large = all.filter((path) => unread.has(path))
    const issues: Issue[] = large.flatMap((path) => unread.get(path) ?? [])
    const isRead = (path: string): boolean => contents.size(path) !== undefined && !unread.has(path)
    const missing = all.filter((path) => contents.size(path) === undefined)
    for (const path of missing) issues.push(issue("verify.list.missing", [path], {}))
    const bagit = await contents.bytes(BAGIT, LARGEST_BAG_TEXT)
    if (isRead(BAGIT) && (bagit === undefined || !equalBytes(bagit, printBagit())))
        issues.push(issue("verify.tag.bagit", [BAGIT], {}))
    const tagManifest = parseManifest(
        (await contents.bytes(TAG_MANIFEST, LARGEST_MANIFEST)) ?? new Uint8Array(0),
        TAG_MANIFEST,
        "",
    )
    if (isRead(TAG_MANIFEST)) {
        issues.push(...tagManifest.issues)
        const listed = tagManifest.lines.map(({ path }) => path)
        if (listed.join("\n") !== LISTED_TAG_FILES.join("\n")) issues.push(issue("verify.tag.list", [TAG_MANIFEST], {}))
    }
    const known = tagManifest.lines.filter(({ path }) => LISTED_TAG_FILES.includes(path) && isRead(path))
    const compared = await compareDigests(contents, known)
    for (const path of compared.changed) issues.push(issue("verify.file.changed", [path], { list: TAG_MANIFEST }))
    const bagInfo = await contents.bytes(BAG_INFO, LARGEST_BAG_TEXT)
    const parsed = bagInfo === undefined ? undefined : parseBagInfo(bagInfo)
    if (parsed !== undefined) issues.push(...parsed.issues)
    else if (isRead(BAG_INFO)) issues.push(issue("manifest.bag-info.form", [BAG_INFO], {}))
    const changed = [...compared.changed, ...large]
    return { ...compared, changed, missing, bagInfo: parsed?.info, issues }
}

function sorted(paths: readonly string[]): string[] {
    return [...new Set(paths)].sort(compareBytes)
}
