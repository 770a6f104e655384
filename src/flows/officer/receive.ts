import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import type { Host, Signer } from "../../base/host.ts"
import { hasErrors, type Issue, issue, movedTo, PacketError } from "../../base/issue.ts"
import { type Output, output } from "../../base/output.ts"
import { bytesOf, type NamedSource } from "../../base/source.ts"
import { compareTimes, printBeijing, rfc3339, type Time } from "../../base/text/time.ts"
import { answerAddresses } from "../../facts/checklist/officer-check.ts"
import { type Journal, readJournal } from "../../facts/journal/chain.ts"
import { standing } from "../../facts/journal/due.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { type OfficerFileReading, readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { checkReceived, type ReceivedData } from "../../facts/officer/received.ts"
import type { ReceivedRecord } from "../../facts/officer/received-record.ts"
import { knownAddresses } from "../../facts/recipients/known-addresses.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { packed } from "../../packet/assemble/packed.ts"
import { MOST_BYTES, MOST_FILES, planPacket } from "../../packet/assemble/plan.ts"
import type { ZipPacket, ZippedPacket } from "../../packet/assemble/zip.ts"
import { courtSheet } from "./court-sheet.ts"
import { beforeLayer } from "./earlier.ts"
import { foreignNote } from "./foreign-note.ts"
import { archiveName, COURT_SHEET_NAME, receivedFolder, topOf } from "./names.ts"
import { newerArchive } from "./newer.ts"
import type { EarlierRequest, OpenDraft } from "./open-draft.ts"
import { formOfOther, namesOfOther, type Ticket, ticketsIn } from "./other-case.ts"
import { MOST_RECEIVED, type Registered, type Room, registerFiles } from "./register-files.ts"

/** An answer of a desk: registered, described, and added to the archive as a layer of its own. */

/** What came, and the officer's file that says how. */
export interface Answer {
    readonly officer: NamedBytes
    readonly files: readonly NamedSource[]
    /** Names of files beside the archive. */
    readonly beside?: readonly string[]
    /** The journal of the case, where there is one: it has the ticket number before an archive does. */
    readonly journal?: NamedBytes | undefined
}

export interface Received {
    /** The new archive, and a folder with the papers that are filled in further by hand. */
    readonly outputs: readonly Output[]
    readonly archive: ZippedPacket & { readonly checkCode: string }
    readonly layer: number
    readonly record: ReceivedRecord
    readonly issues: readonly Issue[]
}

/** Names of what {@link receive} writes; throws as it does where the officer's file cannot be read. */
export function receivedNames(archive: OpenDraft, { officer }: Answer): readonly [zip: string, folder: string] {
    return namesOf(archive, readOfficer(officer).officer)
}

function namesOf(archive: OpenDraft, officer: Officer): readonly [zip: string, folder: string] {
    const ref = officer.ref ?? archive.loaded.case.ref
    const layer = archive.report.layers.length + 1
    return [archiveName(ref, layer), receivedFolder(ref, layer)]
}

/**
 * Makes the archive with the answer as its next layer. Throws `PacketError` with all errors found. Times and persons are
 * those of the officer data.
 *
 * @param room - Instead of what a packet holds, for tests.
 */
export async function receive(
    archive: OpenDraft,
    answer: Answer,
    host: Host,
    signer: Signer | undefined,
    zip: ZipPacket,
    room?: Room,
): Promise<Received> {
    const { officer, issues: read, locate = (found: Issue) => found } = readOfficer(answer.officer)
    const { name: journalFile = "", bytes = new Uint8Array() } = answer.journal ?? {}
    const journal = readJournal(bytes, journalFile)
    const noted = ticketsIn(journal, archive)
    const { file, request, found } = check(archive, answer, officer, noted)
    const from = answerAddresses(file, officer, knownAddresses(host))
    const late = beforeLayer(archive, file, officer)
    const newer = newerArchive(archive, [...(answer.beside ?? []), ...filesIn(journal)])
    const before = [...read, ...archive.issues, ...newer, ...[...found, ...late, ...from].map(locate)]
    if (hasErrors(before) || request === undefined) throw new PacketError(before)
    const { registered, issues: fileIssues } = await registerFiles(
        answer.files,
        officer.received?.hashes,
        await digestsIn(archive),
        room ?? roomIn(archive),
        host,
    )
    const placed = fileIssues.map((one) =>
        one.path[0] === "received" ? locate(movedTo(one, [file, ...one.path])) : one,
    )
    const sources = new Map(answer.files.map(({ name, source }) => [name, source]))
    const other = await namesOfOther(file, officer, registered, sources, archive, noted)
    const issues = [
        ...before,
        ...placed,
        ...other.map((one) => (one.path[0] === file ? locate(one) : one)),
        ...otherAccounts(registered, request, archive),
    ]
    if (hasErrors(issues)) throw new PacketError(issues)
    return make({ archive, officer, request, registered, host, signer, zip, issues })
}

/** Names of all files that a journal has. */
function filesIn({ entries }: Journal): readonly string[] {
    return standing(entries).flatMap(({ files }) => files.map(({ name }) => name))
}

const NAMED = 5

/** Accounts in tables that neither the case nor the request names: a desk may have sent another person's by mistake. */
function otherAccounts(
    registered: readonly Registered[],
    { officer }: EarlierRequest,
    { loaded }: OpenDraft,
): readonly Issue[] {
    const targets = officer.request?.targets ?? []
    const asked = new Set([loaded.case.account.uid, ...targets.map(({ value }) => value)].map(String))
    return registered.flatMap(({ file: { label, name, tables = [] } }) => {
        const others = [...new Set(tables.flatMap(({ accounts }) => accounts))].filter((account) => !asked.has(account))
        const accounts = others.slice(0, NAMED).join("、") + (others.length > NAMED ? "…" : "")
        return others.length === 0 ? [] : [issue("received.account.other", [name], { label, accounts }, "warning")]
    })
}

interface Made {
    readonly archive: OpenDraft
    readonly officer: Officer
    readonly request: EarlierRequest
    readonly registered: readonly Registered[]
    readonly host: Host
    readonly signer: Signer | undefined
    readonly zip: ZipPacket
    readonly issues: readonly Issue[]
}

async function make(made: Made): Promise<Received> {
    const { archive, officer, request, registered, host, signer, zip, issues } = made
    const whole = archive.loaded.case
    const [name, folder] = namesOf(archive, officer)
    const ref = officer.ref ?? whole.ref
    const at = rfc3339(officer.completedAt) ?? ""
    const layer = archive.report.layers.length + 1
    const record = recordOf(made, ref)
    const recipient = loadRecipient(host, record.request.recipient, [record.request.recipient])
    const { letterCode = "" } = request.officer
    const setting = { facts: whole, recipient, ref, at, officer: { ...request.officer, ...agencyOf(officer) } }
    const note = await foreignNote(setting, host, letterCode, record)
    const sheet = await courtSheet({ ...archive, answers: [...archive.answers, { layer, record }] }, host, at)
    const papers = [...note, { name: COURT_SHEET_NAME, bytes: sheet }]
    const packet = await planPacket({
        kind: "archive",
        ref,
        top: topOf(name),
        createdAt: at,
        tool: host.tool,
        files: [
            packed("received.json", utf8(printJson(record)), "received-record"),
            packed("documents/foreign-note.pdf", note[0].bytes, "document", note[0].name),
            packed("documents/foreign-note.docx", note[1].bytes, "document", note[1].name),
            packed("documents/court-sheet.pdf", sheet, "document", COURT_SHEET_NAME),
            ...registered.flatMap(({ file, source }) =>
                source === undefined || file.path === undefined
                    ? []
                    : [{ ...packed(file.path, source, "received", file.name), mediaType: file.mediaType }],
            ),
        ],
        prior: archive.files,
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
    const zipped = await zip(packet, name)
    return {
        outputs: [zipped, ...papers.map((paper) => output("form", `${folder}/${paper.name}`, paper.bytes))],
        archive: { ...zipped, checkCode: packet.checkCode },
        layer,
        record,
        issues,
    }
}

/** Who fills in the note may be another officer than the one who asked. */
function agencyOf({ agency, caseNumbers }: Officer): Partial<Officer> {
    return { ...(agency === undefined ? {} : { agency }), ...(caseNumbers === undefined ? {} : { caseNumbers }) }
}

type Read = OfficerFileReading & { readonly officer: Officer }

function readOfficer({ name, bytes }: NamedBytes): Read {
    const reading = readOfficerFile(name, bytes)
    if (reading.officer === undefined || hasErrors(reading.issues)) throw new PacketError(reading.issues)
    return { ...reading, officer: reading.officer }
}

/** Which request is answered, and everything that is wrong with what is said of the answer. */
function check(
    archive: OpenDraft,
    { officer: { name: file }, files }: Answer,
    officer: Officer,
    noted: readonly Ticket[],
): { readonly file: string; readonly request: EarlierRequest | undefined; readonly found: readonly Issue[] } {
    const { report, requests } = archive
    if (report.kind === "draft") return { file, request: undefined, found: [issue("received.archive.draft", [], {})] }
    const known = requests.map(({ no }) => String(no)).join("、")
    if (requests.length === 0)
        return { file, request: undefined, found: [issue("received.archive.no-request", [], {})] }
    const { received } = officer
    const named = received?.no === undefined ? undefined : Number(received.no)
    const request = named === undefined && requests.length === 1 ? requests[0] : requests.find(({ no }) => no === named)
    const at = [file, "received", "no"]
    const which =
        request !== undefined || received === undefined
            ? []
            : named === undefined
              ? [issue("received.request.which", at, { known })]
              : [issue("received.request.unknown", at, { no: named, known })]
    const count = files.length
    const found = [
        ...checkReceived(file, officer),
        ...which,
        ...(request === undefined ? [] : beforeRequest(file, request, received?.at)),
        ...(request === undefined ? [] : formOfOther(file, officer, request, archive, noted)),
        ...(count === 0 ? [issue("received.files.none", [], {})] : []),
        ...(count > MOST_RECEIVED ? [issue("received.files.many", [], { files: count, most: MOST_RECEIVED })] : []),
        ...limitIssues(file, received),
    ]
    return { file, request, found }
}

function beforeRequest(file: string, { officer }: EarlierRequest, at: Time | undefined): readonly Issue[] {
    if (at === undefined || compareTimes(at, officer.completedAt) >= 0) return []
    const times = { earlierAt: printBeijing(officer.completedAt), laterAt: printBeijing(at) }
    return [issue("received.time.order", [file, "received", "at"], { earlier: "sent", later: "received", ...times })]
}

/** What the provider allows is told every time: it decides whether the answer is of use at all. */
function limitIssues(file: string, received: ReceivedData | undefined): readonly Issue[] {
    const at = [file, "received", "limits"]
    if (received?.limits === "none") return [issue("received.limits.none", at, {}, "warning")]
    if (received?.limits === "stated" && received.limitsText !== undefined)
        return [issue("received.limits.stated", at, { text: received.limitsText }, "warning")]
    return []
}

/** Digests of the archive's payload, with the path under which each content lies. */
async function digestsIn({ payload }: OpenDraft): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>()
    for (const { path, sha256 } of payload) if (!found.has(sha256)) found.set(sha256, `data/${path}`)
    return found
}

/** Room for headers, the papers of the layer, and the record itself. */
const RESERVED = { bytes: 64 << 20, files: 20 }

function roomIn({ files }: OpenDraft): Room {
    const used = files.filter(({ path }) => path.startsWith("data/"))
    return { bytes: MOST_BYTES - bytesOf(used) - RESERVED.bytes, files: MOST_FILES - used.length - RESERVED.files }
}

function recordOf({ archive, officer, request, registered }: Made, ref: string): ReceivedRecord {
    const { received = {} } = officer
    const {
        no: _,
        at,
        extractedAt,
        firstOfficer = "",
        secondOfficer = "",
        limits = "none",
        limitsText,
        hashes: __,
        ...rest
    } = received
    const { from = "", place = "", ...further } = rest
    return {
        format: "1.0",
        ref,
        request: {
            no: request.no,
            type: request.type,
            layer: request.layer,
            checkCode: request.checkCode,
            recipient: request.officer.recipient ?? archive.loaded.case.recipient,
        },
        receivedAt: momentOf(at),
        extractedAt: momentOf(extractedAt),
        from,
        place,
        officers: [firstOfficer, secondOfficer],
        limits: { stated: limits, ...(limitsText === undefined ? {} : { text: limitsText }) },
        ...given(further),
        files: registered.map(({ file }) => file),
    }
}

const momentOf = (time: Time | undefined): string => (time === undefined ? "" : (rfc3339(time) ?? ""))

/** Members that have a value. */
function given<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
        [K in keyof T]: Exclude<T[K], undefined>
    }
}
