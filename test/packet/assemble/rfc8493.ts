import { createHash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

/**
 * RFC 8493 clause by clause, read from a folder on disk. It shares no code with the program: each rule is written from the
 * text of the RFC, and a test shows for each that a damaged bag breaks it.
 */

/** Clauses that a bag breaks, each with what was found; empty for a valid bag. */
export function bagFaults(folder: string): string[] {
    const bag = readBag(folder)
    return Object.entries(CLAUSES).flatMap(([clause, faults]) => faults(bag).map((fault) => `${clause}: ${fault}`))
}

interface Bag {
    readonly files: readonly string[]
    read(path: string): Buffer
    digest(path: string): string
}

function readBag(folder: string): Bag {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    const read = (path: string) => readFileSync(join(folder, path))
    return { files, read, digest: (path) => createHash("sha256").update(read(path)).digest("hex") }
}

const MANIFEST = "manifest-sha256.txt"
const TAGS = "tagmanifest-sha256.txt"
const isTag = (path: string) => !path.includes("/")
const has = (bag: Bag, path: string) => bag.files.includes(path)
const text = (bag: Bag, path: string) => (has(bag, path) ? bag.read(path).toString("utf8") : "")

/** §2.1.3: `checksum filepath` lines, linear white space between, LF or CRLF behind. */
function lines(bag: Bag, path: string): { digest: string; path: string }[] {
    return text(bag, path)
        .split(/\r\n|\r|\n/)
        .filter((line) => line !== "")
        .map((line) => {
            const [, digest = "", name = ""] = /^(\S+)[ \t]+(.*)$/.exec(line) ?? []
            return { digest, path: name }
        })
}

const CLAUSES: Readonly<Record<string, (bag: Bag) => string[]>> = {
    "§2.1 the required elements are there": (bag) => [
        ...["bagit.txt", MANIFEST].filter((name) => !has(bag, name)),
        ...(bag.files.some((path) => path.startsWith("data/")) ? [] : ["data/"]),
    ],
    "§2.1.1 bagit.txt has its two lines": (bag) =>
        text(bag, "bagit.txt") === "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" ? [] : ["other content"],
    "§2.1.3 every payload file is listed exactly once, and nothing else": (bag) => {
        const listed = lines(bag, MANIFEST).map(({ path }) => path)
        const payload = bag.files.filter((path) => path.startsWith("data/"))
        return [
            ...listed.filter((path, i) => listed.indexOf(path) !== i).map((path) => `${path} twice`),
            ...payload.filter((path) => !listed.includes(path)).map((path) => `${path} not listed`),
            ...listed.filter((path) => !payload.includes(path)).map((path) => `${path} not there`),
        ]
    },
    "§2.1.3 paths are relative, below data/, with / between, CR LF and % encoded": (bag) =>
        lines(bag, MANIFEST)
            .map(({ path }) => path)
            .filter((path) => !path.startsWith("data/") || /[\\%\r\n]|(?:^|\/)\.{1,2}(?:\/|$)/.test(path)),
    "§2.1.3, §2.4 checksums are hexadecimal SHA-256": (bag) =>
        [...lines(bag, MANIFEST), ...lines(bag, TAGS)]
            .map(({ digest }) => digest)
            .filter((d) => !/^[0-9A-Fa-f]{64}$/.test(d)),
    "§2.2.1 the tag manifest lists the payload manifest, no tag manifest and no payload": (bag) => {
        const listed = lines(bag, TAGS).map(({ path }) => path)
        return [
            ...(listed.includes(MANIFEST) ? [] : [`${MANIFEST} not listed`]),
            ...listed.filter((path) => path.startsWith("tagmanifest-") || path.startsWith("data/")),
            ...listed.filter((path) => !has(bag, path)).map((path) => `${path} not there`),
        ]
    },
    "§2.2.1 and design: the tag manifest lists every tag file but itself and the signatures": (bag) => {
        const listed = lines(bag, TAGS).map(({ path }) => path)
        const tags = bag.files.filter((path) => isTag(path) && path !== TAGS && !/^signature-\d+\.sig$/.test(path))
        return tags.filter((path) => !listed.includes(path))
    },
    "§2.2.2 bag-info.txt has labels and values, Payload-Oxum and Bagging-Date once and right": (bag) => {
        const rows = text(bag, "bag-info.txt").split("\n").slice(0, -1)
        const wrong = rows.filter((row) => !/^[^:\s][^:]*: \S/.test(row))
        const payload = bag.files.filter((path) => path.startsWith("data/"))
        const octets = payload.reduce((sum, path) => sum + bag.read(path).length, 0)
        const once = (label: string) =>
            rows.filter((row) => row.startsWith(`${label}: `)).map((row) => row.slice(label.length + 2))
        const oxum = once("Payload-Oxum").join()
        const date = once("Bagging-Date").join()
        return [
            ...wrong,
            ...(oxum === `${String(octets)}.${String(payload.length)}` ? [] : [`Payload-Oxum ${oxum}`]),
            ...(/^\d{4}-\d\d-\d\d$/.test(date) ? [] : [`Bagging-Date ${date}`]),
        ]
    },
    "§2.2.3 no file is to be fetched": (bag) => (has(bag, "fetch.txt") ? ["fetch.txt"] : []),
    "§2.2.4 no other tag file is taken for a manifest": (bag) =>
        bag.files.filter(
            (path) => isTag(path) && /^(?:tag)?manifest-/.test(path) && path !== MANIFEST && path !== TAGS,
        ),
    "§2.3 tag files are UTF-8 without a BOM and end with a line end": (bag) =>
        bag.files.filter((path) => {
            if (!isTag(path)) return false
            const bytes = bag.read(path)
            const decoded = bytes.toString("utf8")
            return !Buffer.from(decoded).equals(bytes) || decoded.startsWith("\uFEFF") || !decoded.endsWith("\n")
        }),
    "§3 valid: every checksum of every manifest holds": (bag) =>
        [...lines(bag, MANIFEST), ...lines(bag, TAGS)]
            .filter(({ digest, path }) => has(bag, path) && bag.digest(path) !== digest.toLowerCase())
            .map(({ path }) => path),
    "§5.1, §6.1 names mean the same on every system": (bag) => {
        const folded = bag.files.map((path) => path.normalize("NFC").toLowerCase())
        const reserved = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i
        return [
            ...bag.files.filter((_, i) => folded.indexOf(folded[i] ?? "") !== i),
            ...bag.files.filter((path) => reserved.test(path) || /[^A-Za-z0-9._/-]|~/.test(path)),
        ]
    },
}

/** The clauses by name, so that a test can demand one damaged bag for each. */
export const CLAUSE_NAMES = Object.keys(CLAUSES)

/** §4: the serialised bag has one base directory, whose content is the bag; the folder of it below `place`. */
export function baseDirectory(place: string): string {
    const names = readdirSync(place)
    const [top] = names
    if (names.length !== 1 || top === undefined || !statSync(join(place, top)).isDirectory())
        throw new Error(`RFC 8493 §4 wants one base directory: ${names.join()}`)
    return join(place, top)
}
