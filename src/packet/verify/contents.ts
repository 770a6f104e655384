import { concat } from "../../base/bytes.ts"
import { type Crc32, type HashApart, type Hasher, type NewHasher, type Stretch, sha256Hex } from "../../base/digest.ts"
import { type Issue, issue, PacketError } from "../../base/issue.ts"
import { type ByteSource, bytesOf, passingChunks } from "../../base/source.ts"
import { isSystemFile } from "../../base/system-files.ts"
import { openZip as openAnyZip } from "../../base/zip/open.ts"
import { checkCrc, entryChunks, readStoreZip, type ZipEntry } from "../../base/zip/read.ts"
import { MANIFEST } from "../manifest/manifest.ts"

/** One view of a packet, whether it came as a ZIP or as a folder. Everything read here is attacker-controlled. */

/** A file of a folder; the path is relative to the folder, with `/`. */
export interface FolderFile {
    readonly path: string
    readonly source: ByteSource
}

/** What to verify. */
export type VerifyInput =
    | { readonly kind: "zip"; readonly source: ByteSource }
    | {
          readonly kind: "folder"
          readonly files: readonly FolderFile[]
          /** Entries that are no regular files: links, devices, pipes. Never followed; each is an error. */
          readonly irregular?: readonly string[]
      }

/** Files of a packet by path. What is parsed has the digest that was compared, also where a file is read twice. */
export class Contents {
    /** Findings made while reading: a CRC-32 that does not fit, a file that is being changed. */
    readonly issues: Issue[] = []
    private readonly members: ReadonlyMap<string, Member>
    private readonly hashing: Hashing
    private readonly small = new Map<string, Uint8Array>()
    private readonly digests = new Map<string, string>()
    /** Files whose CRC-32 is reckoned elsewhere, and those of them that were read here. */
    private readonly apart = new Set<ZipEntry>()
    private readonly passed = new Set<ZipEntry>()
    constructor(members: ReadonlyMap<string, Member>, hashing: Hashing) {
        this.members = members
        this.hashing = hashing
    }

    get paths(): string[] {
        return [...this.members.keys()]
    }
    size(path: string): number | undefined {
        return this.members.get(path)?.source.size
    }

    /**
     * Stretches of the ZIP whose CRC-32 somebody reckons beside the hashing here: its last large files, up to half of all
     * their bytes. What comes of it is handed to {@link join}; called once, before anything large is read.
     */
    shareOut(): readonly Stretch[] {
        if (this.hashing.crc32 === undefined) return []
        const large = [...this.members.values()].flatMap(({ entry }) => (isLarge(entry) ? [entry] : []))
        let room = bytesOf(large) / 2
        for (const entry of large.reverse())
            if (entry.size <= room) {
                this.apart.add(entry)
                room -= entry.size
            }
        return [...this.apart].map(({ at, size }) => ({ at, size }))
    }

    /** Compares the CRC-32 of what was shared out and read; without the numbers they are reckoned here. */
    async join(crc32: readonly number[] | undefined): Promise<void> {
        const shared = [...this.apart]
        this.apart.clear()
        for (const [i, entry] of shared.entries()) {
            if (!this.passed.has(entry)) continue
            const found = crc32?.[i]
            await this.taking(async () => {
                if (found !== undefined) checkCrc(entry, found)
                else for await (const _ of entryChunks(entry, this.hashing.crc32));
            })
        }
    }

    /** A whole file; `undefined` when it is absent or larger than `most` bytes. */
    async bytes(path: string, most: number): Promise<Uint8Array | undefined> {
        const cached = this.small.get(path)
        if (cached !== undefined) return cached
        const member = this.members.get(path)
        if (member === undefined || member.source.size > most) return undefined
        const parts: Uint8Array[] = []
        await this.stream(member, (chunk) => parts.push(chunk.slice()))
        const bytes = concat(parts)
        const before = this.digests.get(path)
        if (before !== undefined && before !== sha256Hex(bytes))
            this.issues.push(issue("verify.file.changed", [path], { list: MANIFEST }))
        this.small.set(path, bytes)
        return bytes
    }

    /** SHA-256 of a present file; `undefined` when it is absent. */
    async digest(path: string): Promise<string | undefined> {
        const cached = this.small.get(path)
        if (cached !== undefined) return sha256Hex(cached)
        const member = this.members.get(path)
        if (member === undefined) return undefined
        const digest = (await this.digestApart(member)) ?? (await this.digestHere(member))
        this.digests.set(path, digest)
        return digest
    }

    /** What another algorithm gives of a present file, `undefined` when it is absent; reads it once more. */
    async digestBy(path: string, hasher: Hasher): Promise<string | undefined> {
        const member = this.members.get(path)
        if (member === undefined) return undefined
        await this.stream(member, (chunk) => hasher.update(chunk))
        return hasher.hex()
    }

    /** What will be hashed, in that order, so that it may be shared out; called once. */
    begin(paths: readonly string[]): void {
        this.hashing.hashApart?.begin(paths.flatMap((path) => this.members.get(path)?.source ?? []))
    }

    private async digestApart({ source }: Member): Promise<string | undefined> {
        return await this.hashing.hashApart?.sha256(source)
    }

    private async digestHere(member: Member): Promise<string> {
        const hasher = this.hashing.newHasher()
        await this.stream(member, (chunk) => hasher.update(chunk))
        return hasher.hex()
    }

    private async stream(member: Member, take: (chunk: Uint8Array) => void): Promise<void> {
        await this.taking(async () => {
            for await (const chunk of this.chunks(member)) take(chunk)
        })
    }

    /** Each in the memory of the one before, see {@link passingChunks}. */
    private chunks({ source, entry }: Member): AsyncIterable<Uint8Array> {
        if (entry === undefined) return passingChunks(source)
        if (!this.apart.has(entry)) return entryChunks(entry, this.hashing.crc32)
        this.passed.add(entry)
        return passingChunks(source)
    }

    private async taking(read: () => Promise<void>): Promise<void> {
        try {
            await read()
        } catch (error) {
            if (!(error instanceof PacketError)) throw error
            this.issues.push(...error.issues)
        }
    }
}

/** How the files of a packet are hashed. */
export interface Hashing {
    readonly newHasher: NewHasher
    readonly crc32?: Crc32
    readonly hashApart?: HashApart
}

interface Member {
    readonly source: ByteSource
    /** Of a file in a ZIP. */
    readonly entry?: ZipEntry
}

/** Of a smaller file the CRC-32 is reckoned at once. */
const LARGE = 32 << 20

const isLarge = (entry: ZipEntry | undefined): entry is ZipEntry => entry !== undefined && entry.size >= LARGE

/** The packet's files, or why this is no packet. `notes` are findings that do not stand in the way. */
export interface Opened {
    readonly contents: Contents | undefined
    readonly issues: readonly Issue[]
    /** Files that a system or mail program puts into folders; not counted as extra. */
    readonly ignored: readonly string[]
    /** Folder in the ZIP that holds everything. */
    readonly top?: string
}

/** Opens a ZIP of the strict profile, or a folder, also one that lies one level too deep. */
export async function openPacket(input: VerifyInput, hashing: Hashing): Promise<Opened> {
    return input.kind === "zip" ? await openZip(input.source, hashing) : await openFolder(input, hashing)
}

async function openZip(source: ByteSource, hashing: Hashing): Promise<Opened> {
    const zip = await readStoreZip(source)
    if (!zip.ok) return { contents: undefined, issues: (await packetWithin(source)) ?? zip.issues, ignored: [] }
    const members = new Map<string, Member>()
    for (const entry of zip.entries) members.set(entry.name.slice(zip.top.length + 1), { source: entry.source, entry })
    return { contents: new Contents(members, hashing), issues: [], ignored: [], top: zip.top }
}

/** ZIPs by the names that this program gives to packets. */
const PACKET_ZIP = /(?:^|\/)(?:DRAFT-[^/]+|[^/]+-(?:archive(?:-\d+)?|submission))\.zip$/

/** The packet among other files, the first of several, as what is handed to the police has one beside its papers. */
export const packetAmong = (paths: readonly string[]): string | undefined =>
    paths.filter((path) => PACKET_ZIP.test(path)).sort()[0]

/** What to look at instead, where some program packed the packet together with other files: its own faults are nobody's. */
async function packetWithin(source: ByteSource): Promise<readonly Issue[] | undefined> {
    const opened = await openAnyZip(source)
    const paths = "fault" in opened ? [] : opened.files.map(({ name }) => name)
    const where = paths.some((path) => path.split("/").includes(MANIFEST)) ? undefined : packetAmong(paths)
    return where === undefined ? undefined : [issue("verify.packet.elsewhere", [where], { where })]
}

async function openFolder(input: Extract<VerifyInput, { kind: "folder" }>, hashing: Hashing): Promise<Opened> {
    const ignored: string[] = []
    const files: FolderFile[] = []
    for (const file of input.files)
        if (await isSystemFile(file.path, file.source)) ignored.push(file.path)
        else files.push(file)
    const inside = folderInside([...files.map(({ path }) => path), ...(input.irregular ?? [])])
    const issues: Issue[] = ignored.map((path) => issue("verify.folder.system-file", [path], {}, "note"))
    if (inside !== "") issues.push(issue("verify.folder.nested", [inside.slice(0, -1)], {}, "note"))
    for (const path of input.irregular ?? []) issues.push(issue("verify.folder.irregular", [path], {}))
    const members = new Map<string, Member>()
    for (const { path, source } of files) members.set(path.slice(inside.length), { source })
    return { contents: new Contents(members, hashing), issues, ignored }
}

/** `x/` when everything lies in one folder x and the manifest in it; unpacking programs add such a folder. */
function folderInside(paths: readonly string[]): string {
    const [top] = paths[0]?.split("/") ?? []
    const inside = `${top ?? ""}/`
    return paths.includes(inside + MANIFEST) && paths.every((path) => path.startsWith(inside)) ? inside : ""
}

/** Longest name that is shown; none that a packet may have is half as long. */
const LONGEST_SHOWN = 400

/**
 * Writes out what a terminal would obey or hide: control, format and separator characters, unpaired surrogates. A name of a
 * megabyte is cut.
 */
export function printable(name: string): string {
    if (name.length > LONGEST_SHOWN) return `${printable(name.slice(0, LONGEST_SHOWN))}…`
    return name.replace(
        /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu,
        (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
    )
}
