import { utf8 } from "./base/bytes.ts"
import { printJson } from "./base/canonical-json.ts"
import { sha256Hex } from "./base/digest.ts"
import type { Host } from "./base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "./base/issue.ts"
import { memorySource } from "./base/source.ts"
import { composeDocx, composePdf } from "./compose.ts"
import type { OpenDraft } from "./draft.ts"
import { checklistView, conclusionZh, numbersZh } from "./editions/checklist.ts"
import { releasedForm } from "./editions/evidence-item.ts"
import { tableSheets } from "./editions/identifiers.ts"
import { letterView } from "./editions/letter.ts"
import { exhibitsView, identifierSheets, recipientExhibits, requestView } from "./editions/recipient.ts"
import { checkScope } from "./editions/scope.ts"
import { exhibitImages } from "./exhibit-images.ts"
import { unmarkedIssues } from "./identity.ts"
import { writeXlsx } from "./office/xlsx-write.ts"
import { photoFacts } from "./photo-facts.ts"
import { portalSheets } from "./portal-sheet.ts"
import {
    checklistName,
    exhibitsName,
    identifiersName,
    LETTER_DOCX_NAME,
    LETTER_NAME,
    letterCodeOf,
    letterName,
    PREPARED_NAME,
    requestName,
    scopeSha256,
} from "./prepared.ts"
import { type Checklist, type Material, makeChecklist, wantsIdentityImages } from "./request/checklist.ts"
import { knownAddresses } from "./request/known-addresses.ts"
import type { Officer } from "./request/officer.ts"
import { validateOfficer } from "./request/officer-check.ts"
import { loadRecipient, type PhotoRole, photosAsked, type Recipient } from "./request/recipient.ts"
import { recipientNotes } from "./request/recipient-notes.ts"
import { checkSelection } from "./request/selection.ts"
import { measure, type OutputSize, sizeIssues } from "./sizes.ts"
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
    /** Says of a finding about officer data where in the file it is; see `OfficerReading`. */
    readonly locate?: (found: Issue) => Issue
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
export async function undertake(draft: OpenDraft, input: OfficerInput, host: Host): Promise<Undertaking> {
    const { officer, file } = input
    const facts = draft.loaded.case
    const id = officer.recipient ?? facts.recipient
    const recipient = loadRecipient(host, id, [file, "recipient"])
    const released = new Set(draft.items.filter((item) => releasedForm(item)).map((item) => item.entry.label))
    const labels = new Set(draft.items.map((item) => item.entry.label))
    const copies = new Map(draft.items.flatMap(({ entry, masked }) => (masked ? [[masked.label, entry.label]] : [])))
    const issues = [
        ...draft.issues,
        ...checkSelection(file, officer, recipient, facts, released, labels, copies),
        ...scanIssues(input.legal),
        ...checkScope(file, facts, recipient, officer),
        ...recipientNotes(file, recipient, officer),
        ...unmarkedIssues(file, recipient, officer),
        ...(await validateOfficer(
            file,
            officer,
            input.data,
            recipient,
            knownAddresses(host),
            await photoFacts(input.photos),
        )),
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
export function checklistOf(
    undertaking: Undertaking,
    materials: readonly string[],
    sealed: NamedBytes | undefined,
): Checklist {
    const { recipient, input } = undertaking
    const material: Material = {
        photos: new Set(input.photos.keys()),
        sealedLetter: sealed !== undefined,
        legalScans: input.legal.length,
        caseMaterials: true,
        files: {
            officer: input.file,
            photos: new Map([...input.photos].map(([role, { name }]) => [role, name])),
            legal: input.legal.map(({ name }) => name),
            materials,
            ...(sealed === undefined ? {} : { sealed: sealed.name }),
        },
    }
    return makeChecklist(recipient, input.officer, material, undertaking.issues)
}

/** Photos that the route with a confirmed channel asks for and that are not there. */
export function missingPhotos(undertaking: Undertaking, folderGiven: boolean): Issue[] {
    const { recipient, input } = undertaking
    if (!wantsIdentityImages(recipient, input.officer) || input.officer.channelConfirmed === undefined) return []
    return photosAsked(recipient)
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

/** Whether what leaves fits into the mails of the route: too much is an error where mail is the way. */
export function sendSizeIssues({ input }: Undertaking, size: OutputSize): readonly Issue[] {
    return sizeIssues(size, [input.file, "exhibits"], input.officer.route === "email" ? "error" : "warning")
}

export interface Prepared {
    readonly folder: string
    readonly files: readonly NamedBytes[]
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    readonly letterCode: string
    /** Of the annexes, which are most of what is sent. */
    readonly annexSize: OutputSize
    readonly issues: readonly Issue[]
}

/** Makes the prepared folder. */
export async function prepare(undertaking: Undertaking, host: Host, folderGiven: boolean): Promise<Prepared> {
    const { draft, input, recipient, ref, at } = undertaking
    const facts = draft.loaded.case
    const photoIssues = missingPhotos(undertaking, folderGiven)
    if (hasErrors(photoIssues)) throw new PacketError([...undertaking.issues, ...photoIssues])
    const annexFiles = await makeAnnexes(undertaking, host)
    const size = measure(
        annexFiles.map(({ bytes }) => bytes.length),
        recipient,
    )
    const tooLarge = sendSizeIssues(undertaking, size)
    if (hasErrors(tooLarge)) throw new PacketError([...undertaking.issues, ...photoIssues, ...tooLarge])
    const annexes = annexFiles.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }))
    const letterCode = letterCodeOf(annexes)
    const names = annexFiles.map(({ name }) => name)
    const checklist = checklistOf(undertaking, names, undefined)
    const letterText = {
        template: "zh-CN/request-letter",
        data: letterView(facts, ref, recipient, input.officer, annexes, letterCode),
        at,
        ref,
    }
    const letter = await composePdf(host, { ...letterText, neutral: true })
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
        scope: scopeSha256(input.officer, recipient),
        annexes,
        letter: sha256Hex(letter.bytes),
    }
    return {
        folder: `${ref}-prepared`,
        files: [
            { name: LETTER_NAME, bytes: letter.bytes },
            { name: LETTER_DOCX_NAME, bytes: composeDocx(host, letterText) },
            { name: checklistName(recipient), bytes: sheet.bytes },
            ...(await portalSheets(undertaking, host, checklist, [
                requestName(ref),
                ...annexFiles.map(({ name }) => name),
            ])),
            ...annexFiles,
            { name: PREPARED_NAME, bytes: utf8(printJson(record)) },
        ],
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        letterCode,
        annexSize: size,
        issues: [...undertaking.issues, ...photoIssues, ...tooLarge],
    }
}

/** 02-Identifiers; 03-Exhibits where pictures were released; 04-Letter where the desk asks for an editable text. */
async function makeAnnexes(undertaking: Undertaking, host: Host): Promise<NamedBytes[]> {
    const { draft, input, recipient, ref, at } = undertaking
    const workbook = writeXlsx(tableSheets(identifierSheets(draft.loaded.case, recipient, input.officer)))
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
    if (recipient.letterDocx === "yes") {
        const data = requestView(draft.loaded.case, ref, recipient, input.officer, [])
        annexes.push({ name: letterName(ref), bytes: composeDocx(host, { template: "en/letter", data, at, ref }) })
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
