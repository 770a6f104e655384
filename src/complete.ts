import { utf8 } from "./base/bytes.ts"
import { printJson } from "./base/canonical-json.ts"
import { sha256Hex } from "./base/digest.ts"
import type { Host } from "./base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "./base/issue.ts"
import { memorySource } from "./base/source.ts"
import { composePdf } from "./compose.ts"
import type { OpenDraft } from "./draft.ts"
import { checklistView, conclusionZh, numbersZh } from "./editions/checklist.ts"
import { tableSheets } from "./editions/identifiers.ts"
import { letterView } from "./editions/letter.ts"
import { officerSheetView } from "./editions/portal.ts"
import { exhibitsView, identifierSheets, recipientExhibits } from "./editions/recipient.ts"
import { exhibitImages } from "./exhibit-images.ts"
import { writeXlsx } from "./office/xlsx-write.ts"
import {
    CHECKLIST_NAME,
    exhibitsName,
    identifiersName,
    LETTER_NAME,
    letterCodeOf,
    OFFICER_SHEET_NAME,
    PREPARED_NAME,
    requestName,
    scopeSha256,
} from "./prepared.ts"
import { type Checklist, type Material, makeChecklist, wantsIdentityImages } from "./request/checklist.ts"
import type { Officer } from "./request/officer.ts"
import { type PhotoRole, type Recipient, readRecipient } from "./request/recipient.ts"
import { checkSelection } from "./request/selection.ts"
import { compareTimes, printBeijing, rfc3339 } from "./text/time.ts"

/** The officer's half, first step: draft and officer data -> the letter to seal and the annexes it quotes. */

export interface NamedBytes {
    readonly name: string
    readonly bytes: Uint8Array
}

/** What the officer lays on the table besides the officer data. */
export interface OfficerInput {
    readonly file: string
    readonly officer: Officer
    readonly data: unknown
    readonly photos: ReadonlyMap<PhotoRole, NamedBytes>
    /** Whether a photo folder was named; its name for hints. */
    readonly photoFolder: string
    readonly legal: readonly NamedBytes[]
}

/** Everything both steps work with, checked. */
export interface Undertaking {
    readonly draft: OpenDraft
    readonly input: OfficerInput
    readonly recipient: Recipient
    readonly ref: string
    readonly at: string
    readonly issues: readonly Issue[]
}

/** Checks officer data against draft and profile. Throws `PacketError` with all errors found. */
export function undertake(draft: OpenDraft, input: OfficerInput, host: Host): Undertaking {
    const { officer, file } = input
    const facts = draft.loaded.case
    const id = officer.recipient ?? facts.recipient
    if (!host.recipients.includes(id))
        throw new PacketError([
            issue("request.recipient.unknown", [file, "recipient"], { found: id, known: host.recipients.join("、") }),
        ])
    const recipient = readRecipient(id, host.asset(`recipients/${id}.yaml`))
    const released = new Set(draft.items.filter((item) => item.share === "recipient").map((item) => item.entry.label))
    const labels = new Set(draft.items.map((item) => item.entry.label))
    const issues = [
        ...draft.issues,
        ...checkSelection(file, officer, recipient, facts, released, labels),
        ...scanIssues(input.legal),
    ]
    if (compareTimes(officer.completedAt, facts.preparedAt) < 0)
        issues.push(
            issue("request.time.before-draft", [file, "completedAt"], {
                completed: printBeijing(officer.completedAt),
                prepared: printBeijing(facts.preparedAt),
            }),
        )
    if (hasErrors(issues)) throw new PacketError(issues)
    return { draft, input, recipient, ref: officer.ref ?? facts.ref, at: rfc3339(officer.completedAt) ?? "", issues }
}

/** Scans of papers must be PDF: the first bytes say so (ISO 32000-1 §7.5.2). */
export function scanIssues(scans: readonly NamedBytes[]): Issue[] {
    return scans
        .filter(({ bytes }) => !new TextDecoder("latin1").decode(bytes.slice(0, 1024)).includes("%PDF-"))
        .map(({ name }) => issue("request.scan.not-pdf", [name], { file: name }))
}

/** The checklist as things stand. */
export function checklistOf(undertaking: Undertaking, sealedLetter: boolean): Checklist {
    const { recipient, input } = undertaking
    const material: Material = {
        photos: new Set(input.photos.keys()),
        sealedLetter,
        legalScans: input.legal.length,
        caseMaterials: true,
    }
    return makeChecklist(recipient, input.officer, material)
}

/** Photos that the route with a confirmed channel asks for and that are not there. */
export function missingPhotos(undertaking: Undertaking, folderGiven: boolean): Issue[] {
    const { recipient, input } = undertaking
    if (!wantsIdentityImages(recipient, input.officer) || input.officer.channelConfirmed === undefined) return []
    const roles: readonly PhotoRole[] = ["front", "back", "holding"]
    return roles
        .filter((role) => !input.photos.has(role))
        .map((role) =>
            issue(
                "request.photo.missing",
                [input.photoFolder === "" ? "--photos" : input.photoFolder],
                { role, folder: input.photoFolder },
                folderGiven ? "error" : "warning",
            ),
        )
}

export interface Prepared {
    readonly folder: string
    readonly files: readonly NamedBytes[]
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    readonly letterCode: string
    readonly issues: readonly Issue[]
}

/** Makes the prepared folder. */
export async function prepare(undertaking: Undertaking, host: Host, folderGiven: boolean): Promise<Prepared> {
    const { draft, input, recipient, ref, at } = undertaking
    const facts = draft.loaded.case
    const photoIssues = missingPhotos(undertaking, folderGiven)
    if (hasErrors(photoIssues)) throw new PacketError([...undertaking.issues, ...photoIssues])
    const annexFiles = await makeAnnexes(undertaking, host)
    const annexes = annexFiles.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }))
    const letterCode = letterCodeOf(annexes)
    const checklist = checklistOf(undertaking, false)
    const letter = await composePdf(host, {
        template: "zh-CN/request-letter",
        data: letterView(facts, ref, recipient, input.officer, annexes, letterCode),
        at,
        ref,
        neutral: true,
    })
    const sheet = await composePdf(host, {
        template: "zh-CN/checklist",
        data: checklistView(facts, ref, recipient, checklist, input.officer),
        at,
        ref,
        neutral: false,
    })
    const record = {
        format: "1.0",
        ref,
        draft: draft.report.checkCode,
        letterCode,
        scope: scopeSha256(input.officer),
        annexes,
        letter: sha256Hex(letter.bytes),
    }
    return {
        folder: `${ref}-prepared`,
        files: [
            { name: LETTER_NAME, bytes: letter.bytes },
            { name: CHECKLIST_NAME, bytes: sheet.bytes },
            ...(await officerSheet(undertaking, host, checklist, annexFiles)),
            ...annexFiles,
            { name: PREPARED_NAME, bytes: utf8(printJson(record)) },
        ],
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        letterCode,
        issues: [...undertaking.issues, ...photoIssues],
    }
}

/** 门户填报信息单, where the recipient has a portal: what to type into it, and the files to upload. */
async function officerSheet(
    undertaking: Undertaking,
    host: Host,
    checklist: Checklist,
    annexes: readonly NamedBytes[],
): Promise<NamedBytes[]> {
    const { draft, input, recipient, ref, at } = undertaking
    const files = [requestName(ref), ...annexes.map(({ name }) => name)]
    const data = officerSheetView(draft.loaded.case, ref, recipient, checklist, input.officer, files)
    if (data === undefined) return []
    const { bytes } = await composePdf(host, { template: "zh-CN/officer-sheet", data, at, ref, neutral: false })
    return [{ name: OFFICER_SHEET_NAME, bytes }]
}

/** 02-Identifiers and, where pictures were released, 03-Exhibits. */
async function makeAnnexes(undertaking: Undertaking, host: Host): Promise<NamedBytes[]> {
    const { draft, input, ref, at } = undertaking
    const workbook = writeXlsx(tableSheets(identifierSheets(draft.loaded.case, input.officer)))
    const annexes = [{ name: identifiersName(ref), bytes: workbook }]
    const exhibits = recipientExhibits(draft.items, input.officer)
    if (exhibits.length > 0) {
        const images = await exhibitImages(
            exhibits.map(({ item }) => item),
            draft.sources,
        )
        const { bytes } = await composePdf(host, {
            template: "en/exhibits",
            data: exhibitsView(ref, exhibits),
            at,
            ref,
            neutral: true,
            images,
        })
        annexes.push({ name: exhibitsName(ref), bytes })
    }
    return annexes
}

/** A source over bytes with the path a packet gives it. */
export function packed(path: string, bytes: Uint8Array, role: string, mediaType: string, originalName?: string) {
    return {
        path,
        source: memorySource(bytes),
        role,
        mediaType,
        ...(originalName === undefined ? {} : { originalName }),
    }
}
