/** Names of what the victim's half writes. */

/** What a person hands to the police. */
export const POLICE_FOLDER = "交民警"
/** Stays with the reporter: deadlines, remedies, receipt. */
export const KEPT_FOLDER = "报案人留存"
/** 材料核对单, the first that is read. */
export const HANDOVER_NAME = "01-材料核对单.pdf"
/** Then the rest, in the order in which it is read. */
export const GUIDE_NAME = "02-办理提示（请先看）.pdf"
export const dossierName = (title: string): string => `03-${title}.pdf`
export const IDENTIFIERS_NAME = "04-标识信息表.xlsx"
export const APPROVAL_POINTS_NAME = "05-报请要点.docx"
/** 知情同意与授权 for the account holder to sign; `.pdf` and `.docx`. */
export const CONSENT_NAME = "06-知情同意与授权"
/** Questions of a station, law, checklist and how to check: to look things up. */
export const referenceName = (title: string): string => `07-${title}.pdf`
/** One part of it once more, for those who check addresses. */
export const LINK_MEMO_NAME = "08-链接与邮箱说明（供网安核查）.pdf"
/** Folder within {@link POLICE_FOLDER} for the blank forms. */
export const BLANK_FOLDER = "空白件"
/** Their names; two are named as the files that they become. */
export const BLANK_NAMES = {
    notes: "先看说明.txt",
    letter: "公函（空白样式）.docx",
    request: "英文首页（空白样式）.docx",
    inquiry: "询问渠道（空白样式）.txt",
    portal: "门户填报信息单（空白样式）.pdf",
} as const
export const blankIdentifiersName = (ref: string): string => `02-Identifiers-${ref}.xlsx`
export const blankExhibitsName = (ref: string): string => `03-Exhibits-${ref}.pdf`
/** Folder within {@link POLICE_FOLDER} for the packet. */
export const PACKET_FOLDER = "材料包"
/** One page to print: what the next hour is for. */
export const FIRST_HOUR_NAME = "现在就做.pdf"

/** The draft packet. */
export const draftName = (ref: string): string => `DRAFT-${ref}.zip`
/** First path segments of all that a build writes. */
export const buildNames = (ref: string): readonly string[] => [draftName(ref), POLICE_FOLDER, KEPT_FOLDER]
