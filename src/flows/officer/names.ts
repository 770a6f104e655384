import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf } from "../../facts/officer/request-type.ts"
import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Names of what the officer's half writes. */

/** A request among those of its case. */
export interface RequestId {
    /** From 1. */
    readonly no: number
    readonly type: RequestTypeId
}

/** Which request officer data speak of: the first disclosure unless they say otherwise. */
export function requestId(officer: Pick<Officer, "request">): RequestId {
    return { no: Number(officer.request?.no ?? "1"), type: typeIdOf(officer) }
}

/** What the names of a request's files begin with: the reference; of a further request with its number and type. */
export function stemOf(ref: string, { no, type }: RequestId): string {
    return no === 1 && type === "disclosure" ? ref : `${ref}-${String(no)}-${type}`
}

/** Folder of the first step. */
export const preparedFolder = (stem: string): string => `${stem}-prepared`
/** The packet of what leaves. */
export const submissionName = (stem: string): string => `${stem}-submission.zip`
/** The files that leave, loose. */
export const sendFolder = (stem: string): string => `${stem}-send`
/** The question about a channel that nobody has verified. */
export const inquiryFolder = (stem: string): string => `${stem}-inquiry`
/** Images of the police ID; deleted after sending. */
export const identityFolder = (stem: string): string => `${stem}-identity`
/** What to type into the portal, beside what leaves. */
export const portalPageName = (stem: string): string => `${stem}-${OFFICER_PAGE_NAME}`
/** 留存包 by its highest layer; the one that the first disclosure makes from a draft has none in its name. */
export const archiveName = (ref: string, layer?: number): string =>
    layer === undefined ? `${ref}-archive.zip` : `${ref}-archive-${String(layer)}.zip`
/** Top directory of a packet by the name of its ZIP. */
export const topOf = (zip: string): string => zip.slice(0, -".zip".length)

/** What leaves first: English page, sealed letter, instrument, schedules. */
export const requestName = (ref: string): string => `01-Request-${ref}.pdf`
/** The annexes that are made before the letter is sealed, in their order. */
export const ANNEX_ROLES = ["identifiers", "identifiers-csv", "exhibits", "letter-copy"] as const
export type AnnexRole = (typeof ANNEX_ROLES)[number]
const ANNEX_NAMES: Readonly<Record<AnnexRole, (ref: string) => string>> = {
    identifiers: (ref) => `02-Identifiers-${ref}.xlsx`,
    "identifiers-csv": (ref) => `02-Identifiers-${ref}.csv`,
    /** The pictures released to the recipient. */
    exhibits: (ref) => `03-Exhibits-${ref}.pdf`,
    /** The English letter to copy from, for desks that ask for one. */
    "letter-copy": (ref) => `04-Letter-${ref}.docx`,
}
export const annexName = (role: AnnexRole, ref: string): string => ANNEX_NAMES[role](ref)
/** The letter that stands for images of the police ID, where a desk takes one. */
export const IDENTITY_LETTER_NAME = "身份证明函（参考文本）.pdf"
export const IDENTITY_LETTER_DOCX_NAME = "身份证明函（参考文本）.docx"
/** Officer's own: kept beside what is sent, so the names say that they are not to be sent. */
export const OFFICER_SHEET_NAME = "门户填报信息单（本机使用，不发送）.pdf"
/** The same as a page to copy from. */
export const OFFICER_PAGE_NAME = "门户填报信息单（本机使用，不发送）.html"
/** The record to fill in when the data arrive, as a file to print and one to go on writing in. */
export const FOREIGN_NOTE_NAME = "境外电子数据来源情况说明.pdf"
export const FOREIGN_NOTE_DOCX_NAME = "境外电子数据来源情况说明.docx"
/** What readers will ask in court; for those who handle the case alone. */
export const COURT_SHEET_NAME = "庭前准备.pdf"
/** The same beside an archive; each state of it gives a name of its own. */
export const courtSheetName = (ref: string, layers: number): string => `${ref}-庭前准备-第${String(layers)}层.pdf`
/** Papers of an answer, to print and to go on writing in. */
export const receivedFolder = (ref: string, layer: number): string => `${ref}-received-${String(layer)}`
/** To draft the internal report from. */
export const APPROVAL_POINTS_NAME = "报请要点.docx"
/** One page for whoever approves. */
export const WHAT_LEAVES_NAME = "对外提供内容一览.pdf"
/** The record that binds letter and annexes. */
export const PREPARED_NAME = "prepared.json"
/** Text of the mail, its address and subject, and the question whether a channel is genuine, for web mail. */
export const MAIL_BODY_NAME = "正文.txt"
export const MAIL_ADDRESS_NAME = "收件人和主题.txt"
export const INQUIRY_NAME = "询问渠道.txt"
/** The question as a draft mail, beside {@link INQUIRY_NAME}. */
export const inquiryMailName = (ref: string): string => `${ref}-inquiry.eml`
/** A mail after sending, in a folder of its own. Each state of the journal gives a name of its own. */
export const followUpFolder = (ref: string, kind: string, entries: number): string =>
    `${ref}-mail-${kind}-${String(entries)}`
export const FOLLOW_UP_NAME = "跟进邮件.txt"
export const followUpMailName = (ref: string, kind: string): string => `${ref}-${kind}.eml`
/** What was done when, beside all this and in no packet. */
export const journalName = (ref: string): string => `${ref}-journal.jsonl`
/** The journal on one page. Each state of it gives a name of its own, so that an older page is never in the way. */
export const progressName = (ref: string, entries: number, on: string): string =>
    `${ref}-办理进度-${on}-第${String(entries)}条.pdf`

/**
 * First path segments of all that the second step may write, but for the inquiry, which the first may have left.
 *
 * @param archive - Name of the archive that it makes.
 */
export const submitNames = (stem: string, archive: string): readonly string[] => [
    submissionName(stem),
    archive,
    sendFolder(stem),
    identityFolder(stem),
    portalPageName(stem),
]
