import { unzipSync } from "fflate"
import { concat, equalBytes, utf8 } from "../../src/base/bytes.ts"
import { printJson } from "../../src/base/canonical-json.ts"
import { sha256Hex } from "../../src/base/digest.ts"
import { verifyBlob } from "../../src/packet/signature/algorithms.ts"
import { findSigner, parseAllowedSigners } from "../../src/packet/signature/allowed-signers.ts"
import { decodeBase64, printArmour } from "../../src/packet/signature/base64.ts"
import { ed25519Blob, parseKeyBlob, printPublicKeyLine } from "../../src/packet/signature/public-key.ts"
import { verifySignature } from "../../src/packet/signature/sshsig.ts"
import { string } from "../../src/packet/signature/wire.ts"
import { record, recorded } from "../conformance/packet/evidence-cases.ts"
import { edit, reseal, resign, retag } from "../conformance/packet/tamper.ts"
import { type RawEntry, rawZip } from "../conformance/packet/tamper-zip.ts"
import {
    archive,
    draft,
    folderInput,
    inMemory,
    judge,
    victim,
    victimKey,
    zipInput,
    zipOf,
} from "../packet/assemble/sample.ts"
import { damage, editJson, editText } from "./mutate.ts"
import type { Random } from "./random.ts"
import { bytesOf, type Target, textOf, WronglyTaken } from "./target.ts"

/** The judge: nothing that differs from what was sealed is taken for it. */

const MESSAGE = new TextEncoder().encode("0000  data/index.json\n")
const isTaken = (verdict: string): boolean => verdict.startsWith("intact")

export async function packetTargets(): Promise<readonly Target[]> {
    const signed = await archive(await draft())
    const [zip, folder] = [await zipOf(signed), await inMemory(signed)]
    const { label, entry } = record("E001", "a picture")
    const masked = record("E001-m", "a masked picture").entry
    const evidence = await recorded([{ label, entry, masked }])
    const entries = [...folder].map(([path, bytes]): RawEntry => ({ name: `${signed.top}/${path}`, bytes }))
    const manifest = textOf(folder.get("manifest-sha256.txt") ?? "")
    const signature = await victim.sign(MESSAGE)
    const inner = decodeBase64(signature.split("\n").slice(1, -2).join("")) ?? new Uint8Array()
    const key = printPublicKeyLine(ed25519Blob(victimKey.publicKey), "").trim()

    /** In any order of the entries: what is sealed are files. */
    const holdsTheSame = (bytes: Uint8Array): boolean => {
        const found = Object.entries(unzipSync(bytes))
        const isSame = ([name, content]: [string, Uint8Array]): boolean =>
            name.startsWith(`${signed.top}/`) &&
            equalBytes(content, folder.get(name.slice(signed.top.length + 1)) ?? Uint8Array.of(0))
        return bytes.length === zip.length && found.length === folder.size && found.every(isSame)
    }
    const judged = async (bytes: Uint8Array): Promise<unknown> => {
        const { verdict } = await judge(zipInput(bytes))
        return isTaken(verdict) && !holdsTheSame(bytes) ? new WronglyTaken("a ZIP that is not the one made") : undefined
    }
    /** A file of the folder changed as given; lists and counts made to agree where `isSealed`. */
    const changed =
        (path: string, isSealed: boolean, files = folder) =>
        async (input: Uint8Array | string): Promise<unknown> => {
            const before = files.get(path) ?? new Uint8Array()
            const bytes = bytesOf(input)
            const put = new Map(files).set(path, bytes)
            const sized = isSealed && path !== "data/index.json" ? sizes(put) : put
            const report = await judge(folderInput(isSealed ? await resealed(sized) : put))
            if (!isTaken(report.verdict) || equalBytes(bytes, before)) return undefined
            // A sealed record may say something else, but in its one form and of files that are there.
            if (!isSealed) return new WronglyTaken(`${path} is not as listed`)
            const text = new TextDecoder().decode(bytes)
            if (printJson(JSON.parse(text)) !== text) return new WronglyTaken(`${path} is not in its one form`)
            return path === "data/evidence.json" ? claims(text) : undefined
        }
    const claims = (text: string): unknown => {
        const hashes = new Set([...evidence.values()].map((bytes) => sha256Hex(bytes)))
        const items = (JSON.parse(text) as { items?: { entry?: { sha256?: unknown }; handedOver?: unknown }[] } | null)
            ?.items
        for (const item of Array.isArray(items) ? items : [])
            if (
                typeof item?.entry?.sha256 === "string" &&
                item.handedOver !== "separately" &&
                isWhole(item.entry) &&
                !hashes.has(item.entry.sha256)
            )
                return new WronglyTaken("a hash in evidence.json that no file has")
        return undefined
    }

    return [
        { name: "zip bytes", make: (random) => damage(zip, random), read: (input) => judged(bytesOf(input)) },
        {
            name: "zip structure",
            make: (random) => rawZip(...structure(entries, random)),
            read: (input) => judged(bytesOf(input)),
        },
        {
            name: "any file of a packet",
            make: (random) => {
                const [path, bytes] = random.pick([...folder])
                return `${path}\n${[...damage(bytes, random)].map((byte) => String.fromCharCode(byte)).join("")}`
            },
            read: (input) => {
                const text = textOf(input)
                const at = text.indexOf("\n")
                const bytes = Uint8Array.from(text.slice(at + 1), (sign) => sign.charCodeAt(0))
                return changed(text.slice(0, at), false)(bytes)
            },
        },
        {
            name: "manifest",
            make: (random) => editText(manifest, random),
            read: async (input) => {
                const bytes = bytesOf(input)
                const files = await resign(retag(new Map(folder).set("manifest-sha256.txt", bytes)), victim)
                const { verdict } = await judge(folderInput(files))
                return isTaken(verdict) && textOf(input) !== manifest ? new WronglyTaken("another manifest") : undefined
            },
        },
        {
            name: "bag-info",
            make: (random) => editText(textOf(folder.get("bag-info.txt") ?? ""), random),
            read: async (input) => {
                const put = retag(new Map(folder).set("bag-info.txt", bytesOf(input)))
                return (await judge(folderInput(put))).verdict
            },
        },
        ...["data/index.json", "data/layer-2/index.json"].map((path) => ({
            name: path,
            make: (random: Random) => editJson(textOf(folder.get(path) ?? ""), random),
            read: changed(path, true),
        })),
        ...["data/case.json", "data/evidence.json"].map((path) => ({
            name: path,
            make: (random: Random) => editJson(textOf(evidence.get(path) ?? ""), random),
            read: changed(path, true, evidence),
        })),
        {
            name: "signature",
            make: (random) =>
                random.oneIn(3) ? editText(signature, random) : printArmour("SSH SIGNATURE", damage(inner, random), 70),
            read: async (input) => {
                const checked = await verifySignature(textOf(input), MESSAGE)
                return checked.good && textOf(input) !== signature ? new WronglyTaken("another signature") : undefined
            },
        },
        {
            name: "keys and signatures of parts",
            make: (random) => concat([parts(random), Uint8Array.of(0xff, 0, 0xff, 0), parts(random)]),
            read: async (input) => {
                const bytes = bytesOf(input)
                const cut = bytes.findIndex((_, at) => [255, 0, 255, 0].every((byte, i) => bytes[at + i] === byte))
                const found = parseKeyBlob(bytes.subarray(0, cut))
                if (found === undefined || found === "unsupported") return undefined
                const result = await verifyBlob(found, bytes.subarray(cut + 4), MESSAGE)
                return result === "good" ? new WronglyTaken("a signature that nobody made") : undefined
            },
        },
        {
            name: "allowed signers",
            make: (random) =>
                editText(`a@x ${key}\nb@x namespaces="lerpack-*",valid-after="20260101" ${key}\n# c\n`, random, 6),
            read: (input) => {
                const { signers } = parseAllowedSigners(textOf(input), "signers")
                const { trust } = findSigner(signers, ed25519Blob(victimKey.publicKey), Date.parse("2026-11-27"))
                const isThere = textOf(input).includes(key.split(" ")[1] ?? "")
                return trust === "known" && !isThere ? new WronglyTaken("a key that is not listed") : undefined
            },
        },
    ]
}

const NAMES = [
    ...[
        "ssh-ed25519",
        "ssh-rsa",
        "rsa-sha2-256",
        "rsa-sha2-512",
        "ecdsa-sha2-nistp256",
        "nistp256",
        "ecdsa-sha2-nistp521",
    ],
    ...[
        "sk-ssh-ed25519@openssh.com",
        "sk-ecdsa-sha2-nistp256@openssh.com",
        "nistp521",
        "__proto__",
        "constructor",
        "toString",
    ],
]

/** Fields as SSH writes them: names, numbers and points of a likely length, one of them damaged now and then. */
function parts(random: Random): Uint8Array {
    const lengths = [0, 1, 3, 32, 33, 64, 65, 133, 256, 257]
    const fields = Array.from({ length: 1 + random.below(4) }, (_, i) => {
        if (i === 0 || random.oneIn(4)) return utf8(random.pick(NAMES))
        return Uint8Array.from({ length: random.pick(lengths) }, (__, at) =>
            at === 0 ? random.pick([0, 1, 4, 0x7f]) : random.below(256),
        )
    })
    const all = concat(fields.map((field) => string(field)))
    return random.oneIn(4) ? damage(all, random, 1) : all
}

function isWhole(entry: object): boolean {
    const { label, originalName, folder, sizeBytes } = entry as Record<string, unknown>
    return [label, originalName, folder].every((one) => typeof one === "string") && typeof sizeBytes === "number"
}

/** Sizes of the index as the files have them. */
function sizes(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
    return edit(new Map(files), "data/index.json", (text) => {
        const index = JSON.parse(text) as { files: { path: string; size: number }[] }
        const listed = index.files.map((file) => ({ ...file, size: files.get(file.path)?.length ?? 0 }))
        return printJson({ ...index, files: listed })
    })
}

function resealed(files: ReadonlyMap<string, Uint8Array>) {
    return reseal(new Map(files), victim)
}

/** Entries out of order, twice, with other names and headers, gaps and lies about sizes. */
function structure(entries: readonly RawEntry[], random: Random): Parameters<typeof rawZip> {
    const all = [...entries]
    const at = random.below(all.length)
    const one = all[at] ?? random.pick(entries)
    const odd = new Uint8Array(1 + random.below(20))
    const names = [
        ...[
            "../x",
            "/x",
            "a\\b",
            "x/",
            "",
            "CASE-2026-001/data/index.json",
            "case-2026-001/DATA/INDEX.JSON",
            "C:x",
            "é",
            "e\u0301",
        ],
        ...[
            "CASE-2026-001/con.txt",
            `CASE-2026-001/${"a/".repeat(200)}x`,
            String(one.name).toUpperCase(),
            `${String(one.name)}\0`,
        ],
    ]
    const lies: readonly Partial<RawEntry>[] = [
        { name: random.pick(names) },
        { localName: random.pick(names) },
        { method: random.pick([8, 9, 99]) },
        { flags: 1 << random.below(16) },
        { extra: odd },
        { size: random.below(2 ** 32) },
        { crc: random.below(2 ** 32) },
        { mode: random.pick([0o120777, 0o40755, 0o10644, 0o644, 0]) },
        { behind: odd },
        { offset: random.below(2 ** 32) },
        { bytes: damage(one.bytes, random) },
    ]
    switch (random.below(6)) {
        case 0:
            all.splice(at, 1)
            break
        case 1:
            all.splice(random.below(all.length), 0, one)
            break
        case 2:
            all.reverse()
            break
        default:
            for (let i = random.below(2) + 1; i > 0; i--) all[at] = { ...(all[at] ?? one), ...random.pick(lies) }
    }
    const end = random.pick([{}, {}, {}, { comment: "x" }, { count: random.below(65536) }, { gap: odd }])
    return [all, end]
}
