import { utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host, Signer } from "../../base/host.ts"
import type { Issue } from "../../base/issue.ts"
import { type ByteSource, memorySource, type NamedSource } from "../../base/source.ts"
import { rfc3339 } from "../../base/text/time.ts"
import { approvalPointsView } from "../../editions/officer/approval-points.ts"
import { checklistView } from "../../editions/officer/checklist.ts"
import { type BookEntry, exhibitBookView } from "../../editions/police/exhibits.ts"
import { ledgerView, type RowTable } from "../../editions/police/ledger.ts"
import { evidenceListView, verifyGuideView, type WholeList } from "../../editions/police/lists.ts"
import { isTooLong, wholeListTable } from "../../editions/police/many-files.ts"
import { policeDocuments } from "../../editions/police/police.ts"
import { statementView } from "../../editions/police/statement.ts"
import { withGivenFiles } from "../../editions/shared/cited.ts"
import {
    type EvidenceItem,
    isPacked,
    releasedForm,
    releasedSizes,
    withCopies,
} from "../../editions/shared/evidence-item.ts"
import { identifiersCsv, identifiersView, policeIdentifiers, tableSheets } from "../../editions/shared/identifiers.ts"
import { lossView } from "../../editions/shared/loss.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { emptyChecklist } from "../../facts/checklist/checklist.ts"
import { type FileHead, fileNamesOf, readHead } from "../../facts/evidence/heads/read-head.ts"
import { packetPath } from "../../facts/evidence/lock.ts"
import { untoldRows } from "../../facts/ledger/untold-withdrawals.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { loadDeskOfCase } from "../../facts/recipients/desk-of-case.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { type LayerFile, planPacket } from "../../packet/assemble/plan.ts"
import { measure, type OutputSize } from "../../typeset/mail/budget.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { ledgerChart, screenChart, timelineChart } from "../print/charts.ts"
import { composeDocx, DRAFT_HEAD, letteringOf } from "../print/compose.ts"
import {
    DOSSIER,
    LINK_MEMO,
    type ListedDocument,
    OFFICER_GUIDE,
    type PrintedDocument,
    printDocuments,
    REFERENCE,
} from "../print/dossier.ts"
import { planExhibits } from "../print/exhibits.ts"
import { caseRecord } from "./case-record.ts"
import type { CheckedCase } from "./check.ts"
import { keptLedger } from "./ledger-rows.ts"
import { addMaskedCopies } from "./masked-copies.ts"
import {
    APPROVAL_POINTS_NAME,
    dossierName,
    GUIDE_NAME,
    IDENTIFIERS_NAME,
    LINK_MEMO_NAME,
    referenceName,
} from "./names.ts"
import { referencePapers } from "./reference-papers.ts"

/** The victim's half, second: the documents and the packet of a case. */

/** A draft before it is packed and handed over. */
export interface PlannedDraft {
    readonly packet: Packet
    /** What the police are told of: without what nobody gets, with the masked copies. */
    readonly items: readonly EvidenceItem[]
    /** Loose documents for the police, by their file names. */
    readonly loose: readonly NamedSource[]
    /** Pictures that the victim released to the recipient, as they would go out. */
    readonly released: OutputSize
    /** Items whose released form is a picture that can be printed as it is. */
    readonly printable: readonly EvidenceItem[]
    /** Files by their labels, masked copies included. */
    readonly sources: ReadonlyMap<string, ByteSource>
    /** What the documents could not show and `check` could not see, as warnings. */
    readonly issues: readonly Issue[]
}

/** Plans the draft of a case that `checkCase` found free of errors. */
export async function planDraft(
    checked: CheckedCase & { readonly loaded: LoadedCase },
    host: Host,
    signer: Signer | undefined,
): Promise<PlannedDraft> {
    const { loaded } = checked
    const taken = checked.items.filter((item) => item.share !== "none")
    const facts = withGivenFiles(loaded.case, taken)
    const at = rfc3339(facts.preparedAt) ?? ""
    const masked = await addMaskedCopies(taken, checked.sources, at, host.sha256)
    const { items } = masked
    const apart = new Set(items.filter((item) => !isPacked(item)).map(({ entry }) => entry.label))
    const sources = new Map([...masked.sources].filter(([label]) => !apart.has(label)))
    const recipient = loadDeskOfCase(host, facts)
    const book = await planExhibits(withCopies(items), sources, host, checked.looks)
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const lettering = letteringOf(host)
    const timeline = timelineChart(facts, lettering)
    const screen = screenChart(facts, lettering)
    const kept = await keptRows(checked.exports, host)
    const events = ledgerChart(checked.exports, lettering)
    const list = wholeList(items)
    const untold = checked.exports === undefined ? [] : untoldRows(facts, checked.exports.ledger)
    // Each becomes `documents/<id>.pdf` and, but for what is read by itself, a part of a volume.
    const documents: ListedDocument[] = [
        {
            id: "case-statement",
            data: { ...statementView(facts), ...timeline.data },
            images: timeline.images,
        },
        {
            id: "loss-statement",
            data: {
                ...lossView(facts, ledgerView(checked.exports, facts.incident.kind, kept.table)),
                ...screen.data,
                ...events.data,
            },
            images: new Map([...screen.images, ...events.images]),
        },
        { id: "identifiers", data: identifiersView(facts, untold) },
        {
            id: "evidence-list",
            data: evidenceListView(facts, items, await fileHeads(items, masked.sources), list.told),
        },
        ...policeDocuments(facts, items, recipient, laws, checked.exports),
        {
            id: "checklist",
            data: checklistView(facts, facts.ref, recipient, emptyChecklist(recipient), undefined),
        },
        { id: "verify-guide", data: verifyGuideView(facts) },
        ...referencePapers(facts, recipient, laws, host),
        // Without a file there is no book of them.
        ...(book.entries.length === 0
            ? []
            : [{ id: "exhibits", data: exhibitBookView(facts, book.entries), images: book.images }]),
    ]
    const setting = { at, ref: facts.ref, head: DRAFT_HEAD, neutral: false }
    const printed = await printDocuments(host, facts, documents, setting)
    const tables = policeIdentifiers(facts, untold)
    const workbook = writeXlsx(tableSheets(tables))
    const approvalPoints = composeDocx(host, {
        template: "zh-CN/approval-points",
        data: approvalPointsView(facts, items, recipient, laws),
        at,
        ref: facts.ref,
        head: DRAFT_HEAD,
    })
    const files: LayerFile[] = [
        packed("case.json", caseRecord(loaded), "case"),
        packed("evidence.json", utf8(printJson({ items })), "evidence-descriptions"),
        ...kept.files,
        ...list.files,
        packed("annex/identifiers.xlsx", workbook, "identifiers"),
        packed("annex/approval-points.docx", approvalPoints, "document", "报请要点.docx"),
        packed("annex/identifiers.csv", utf8(identifiersCsv(tables)), "identifiers"),
        ...printed.map(({ id, zh, source }) => packed(`documents/${id}.pdf`, source, "document", `${zh}.pdf`)),
    ]
    files.push(...evidenceFiles(items, sources))
    const packet = await planPacket({
        kind: "draft",
        ref: facts.ref,
        top: facts.ref,
        createdAt: at,
        tool: host.tool,
        files,
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
    const released = measure(releasedSizes(items, sources), recipient.limits?.mailAttachmentsBytes)
    return {
        packet,
        items,
        loose: looseDocuments(printed, workbook, approvalPoints),
        released,
        printable: printableItems(items, book.entries),
        sources,
        issues: book.issues,
    }
}

/** What the exports gave, where one of them was read, and the rows that were reckoned with. */
async function keptRows(
    exports: CheckedCase["exports"],
    host: Host,
): Promise<{ readonly files: readonly LayerFile[]; readonly table?: RowTable }> {
    if (exports === undefined || exports.ledger.readings.length === 0) return { files: [] }
    const { record, rows, workbook } = await keptLedger(exports, host.sha256)
    const files = [packed("ledger.json", utf8(printJson(record)), "ledger")]
    if (rows === undefined) return { files }
    const path = "annex/ledger-rows.csv"
    const sheet = "annex/ledger-rows.xlsx"
    files.push(packed(path, rows, "ledger-rows"))
    if (workbook !== undefined) files.push(packed(sheet, workbook, "ledger-rows"))
    const table = { path: `data/${path}`, sha256: record.events.sha256 ?? "" }
    return { files, table: workbook === undefined ? table : { ...table, workbook: `data/${sheet}` } }
}

/** The workbook with each file of the evidence, where the printed list tells folders alone. */
function wholeList(items: readonly EvidenceItem[]): {
    readonly files: readonly LayerFile[]
    readonly told?: WholeList
} {
    if (!isTooLong(items)) return { files: [] }
    const bytes = writeXlsx(tableSheets([wholeListTable(items)]))
    const path = "annex/evidence-list.xlsx"
    return { files: [packed(path, bytes, "evidence-list")], told: { path: `data/${path}`, sha256: sha256Hex(bytes) } }
}

/** Items whose released form the exhibit book shows in the file's own encoding. */
function printableItems(items: readonly EvidenceItem[], entries: readonly BookEntry[]): readonly EvidenceItem[] {
    const shown = entries.filter(({ notShown, format }) => notShown === undefined && format === undefined)
    const labels = new Set(shown.map(({ item }) => item.entry.label))
    return items.filter((item) => labels.has(releasedForm(item)?.entry.label ?? ""))
}

/** What mails, chats and web archives say of themselves, by label. */
async function fileHeads(
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
): Promise<ReadonlyMap<string, FileHead>> {
    const heads = new Map<string, FileHead>()
    const names = fileNamesOf(items.map(({ entry }) => entry))
    for (const { entry } of items) {
        const source = sources.get(entry.label)
        const head = source === undefined ? undefined : await readHead(entry, source, names)
        if (head !== undefined) heads.set(entry.label, head)
    }
    return heads
}

/** Every file of the evidence as it was received, and the masked copies, which had no name before. */
function evidenceFiles(items: readonly EvidenceItem[], sources: ReadonlyMap<string, ByteSource>): LayerFile[] {
    return withCopies(items).flatMap(({ entry, copyOf }) => {
        const source = sources.get(entry.label)
        if (source === undefined) return []
        const { folder, originalName, category, mediaType } = entry
        const file = { path: packetPath(entry), source, category, mediaType }
        if (copyOf !== undefined) return [{ ...file, role: "masked-copy" }]
        return [{ ...file, role: folder === "exports" ? "export" : "evidence", originalName }]
    })
}

/** What lies loose in 交民警/ besides the 材料核对单, in the order in which it is read. */
function looseDocuments(
    printed: readonly PrintedDocument[],
    workbook: Uint8Array,
    approvalPoints: Uint8Array,
): NamedSource[] {
    const find = (wanted: string) => printed.filter(({ id }) => id === wanted)
    return [
        ...find(OFFICER_GUIDE).map(({ source }) => ({ name: GUIDE_NAME, source })),
        ...find(DOSSIER).map(({ zh, source }) => ({ name: dossierName(zh), source })),
        { name: IDENTIFIERS_NAME, source: memorySource(workbook) },
        { name: APPROVAL_POINTS_NAME, source: memorySource(approvalPoints) },
        ...find(REFERENCE).map(({ zh, source }) => ({ name: referenceName(zh), source })),
        ...find(LINK_MEMO).map(({ source }) => ({ name: LINK_MEMO_NAME, source })),
    ]
}
