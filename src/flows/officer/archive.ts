import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Source } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import type { Output, OutputRole } from "../../base/output.ts"
import { checklistTitle, checklistView } from "../../editions/officer/checklist.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { filesCounted } from "../../messages/verdict-facts.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { type LayerFile, planPacket, type SentFile } from "../../packet/assemble/plan.ts"
import type { ZippedPacket } from "../../packet/assemble/zip.ts"
import { composePdf } from "../print/compose.ts"
import { foreignNote } from "./foreign-note.ts"
import { topOf, WHAT_LEAVES_NAME } from "./names.ts"
import { scanEnding } from "./papers.ts"
import type { PreparedFolder } from "./prepared-record.ts"
import { letterNames } from "./typed-names.ts"
import { noteSetting, type Undertaking } from "./undertake.ts"
import { type LeavingBytes, whatLeaves } from "./what-leaves.ts"

/** What an archive is made of. */
export interface ArchiveInput {
    readonly undertaking: Undertaking
    readonly host: Host
    readonly prepared: PreparedFolder
    readonly sealed: readonly NamedBytes[]
    readonly checklist: Checklist
    /** The files of the request, in order. */
    readonly files: readonly LeavingBytes[]
    /** What leaves, loose, and the ZIP of it. */
    readonly sent: readonly Output[]
    readonly zipped: ZippedPacket
    readonly signer: Signer | undefined
}

/** The archive: the draft unchanged, the officer's layer, and the record of what was sent. */
export async function planArchive(made: ArchiveInput): Promise<Packet> {
    const { undertaking, host, prepared, sealed, checklist, sent, zipped, signer } = made
    const { draft, input, ref, at, recipient } = undertaking
    const sheet = await composePdf(host, {
        template: "zh-CN/checklist",
        data: checklistView(draft.loaded.case, ref, recipient, checklist, input.officer, {
            checkCode: draft.report.checkCode ?? "",
            count: filesCounted(draft.report),
            files: sent.filter(({ role }) => KEPT_ROLES.has(role)).map(({ path }) => nameOf(path)),
        }),
        at,
        ref,
        neutral: false,
    })
    const letterCode = input.officer.letterCode?.toLowerCase() ?? ""
    const notes = typeOf(input.officer).provides ? await foreignNote(noteSetting(undertaking), host, letterCode) : []
    const letterName = letterNames(typeIdOf(input.officer)).pdf
    const letter = prepared.get(letterName)
    const leaving = await whatLeaves(undertaking, host, checklist, made.files, letterCode)
    const record = await Promise.all(
        sent.map(async ({ path, source }): Promise<SentFile> => {
            return { path: nameOf(path), size: source.size, sha256: await sha256Source(source, host.sha256) }
        }),
    )
    const files = [
        packed("request.json", utf8(printJson(input.data)), "request"),
        packed(
            "documents/checklist.pdf",
            sheet.bytes,
            "document",
            `${checklistTitle(recipient, checklist.itemsAsked)}.pdf`,
        ),
        ...sealed.map((scan, i) => packedScan(`documents/sealed-letter${numbered(i, sealed)}`, scan, "sealed-letter")),
        ...(letter === undefined ? [] : [packed("documents/request-letter.pdf", letter, "document", letterName)]),
        packed("documents/what-leaves.pdf", leaving, "document", WHAT_LEAVES_NAME),
        ...notes.map(({ name, bytes }) =>
            packed(`documents/foreign-note.${name.endsWith(".pdf") ? "pdf" : "docx"}`, bytes, "document", name),
        ),
        ...input.legal.map((scan, i) =>
            packedScan(`legal/L${String(i + 1).padStart(2, "0")}`, scan, "legal-instrument"),
        ),
        ...(input.consent ?? []).map((scan, i) =>
            packedScan(`legal/C${String(i + 1).padStart(2, "0")}`, scan, "consent"),
        ),
        ...sent.flatMap(({ role, path, source }) => {
            if (KEPT_ROLES.has(role)) return [packed(`sent/${nameOf(path)}`, source, "sent")]
            const plain = PLAIN_NAMES[role]
            return plain === undefined ? [] : [packed(`sent/${plain}`, source, "sent", nameOf(path))]
        }),
    ]
    return planPacket({
        kind: "archive",
        ref,
        top: topOf(undertaking.archive),
        createdAt: at,
        tool: host.tool,
        files,
        prior: draft.files,
        sent: [{ path: zipped.path, size: zipped.sizeBytes, sha256: zipped.sha256 }, ...record],
        setAside: input.officer.factsNotUsed ?? [],
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
}

/** What the archive holds under its own name; never identity images nor their mail. */
const KEPT_ROLES: ReadonlySet<OutputRole> = new Set([
    "request",
    "identifiers",
    "identifiers-csv",
    "exhibits",
    "letter-copy",
    "mail",
])
/** What has a Chinese name, under one that every system can unpack. */
const PLAIN_NAMES: Readonly<Partial<Record<OutputRole, string>>> = {
    "mail-body": "mail-body.txt",
    "mail-address": "mail-address.txt",
    inquiry: "inquiry.txt",
}

function nameOf(path: string): string {
    return path.slice(path.lastIndexOf("/") + 1)
}

/** Ends of the names where there is more than one. */
function numbered(index: number, all: readonly unknown[]): string {
    return all.length === 1 ? "" : `-${String(index + 1)}`
}

/** A scan as it was handed in, under a name that says what it is. */
function packedScan(stem: string, { name, bytes }: NamedBytes, role: string): LayerFile {
    return packed(`${stem}.${scanEnding(bytes) ?? "pdf"}`, bytes, role, name)
}
