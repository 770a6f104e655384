import type { RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Words of 门户填报信息单: what stands beside the values to copy, and what is typed where the officer data have no text. */

/** Behind whether anybody made sure of the portal's address. */
export const withGrade = (verified: string, grade: string): string => `${verified}（${grade}）`

/** In place of the steps that an account has behind it. */
export const STAGE_DONE = "该账号已经核验，本阶段不用填写，也不再上传证件照片。"

/** Where a request goes without images of the police ID. */
export const STAGE_WITHOUT_PHOTOS =
    "本类请求不附证件照片。账号已经注册的，本阶段不用填写；尚未注册的，注册要求的照片按调取请求的规定报批、评估以后才能上传。"

/** Uploads. */
export const uploadPhoto = (file: string, ref: string): string => `${file}\n（${ref}-identity 文件夹）`
/** Of the file that holds the scan of the sealed letter. */
export const TO_BE_SEALED = "待盖章"
export const PHOTO_ONCE = "只在本阶段上传一次；未经批准请勿上传"
export const uploadZh = (number: number): string => `上传的文件 ${String(number)}`
export const uploadEn = (number: number): string => `Upload ${String(number)}`
export const LETTER_FIRST = "公函盖章扫描以后才有；先上传这一份"
export const NO_PHOTOS = "不上传证件照片"

/** Our own field names in English, for details that a profile gives no English name. */
export const FIELD_EN: Readonly<Record<string, string>> = {
    "agency.nameEn": "Agency name",
    "agency.departmentEn": "Department",
    "agency.countryEn": "Country",
    "agency.addressEn": "Agency address",
    "officer.positionEn": "Position / title",
    "officer.givenNamePinyin": "First name",
    "officer.surnamePinyin": "Last name",
    "officer.email": "Official e-mail",
    "officer.phone": "Phone number",
    "officer.phoneType": "Phone type",
}
export const PHONE_TYPE_EN: Readonly<Record<string, string>> = { landline: "Landline", mobile: "Mobile" }

/** What the form of the request asks for, with what to mind in Chinese. */
export interface Asked {
    readonly label: string
    readonly labelEn: string
    readonly zh: string
}

export const ASKED = {
    type: { label: "请求类型", labelEn: "Request type" },
    stage: { label: "案件阶段", labelEn: "Nature / stage of the case", zh: "受案、立案或者立案前调查核实" },
    offence: { label: "所查罪名", labelEn: "Offence under investigation", zh: "与公函一致" },
    law: { label: "法律依据", labelEn: "Legal authority", zh: "与公函一致" },
    role: { label: "账户是谁的", labelEn: "Target type", zh: "报案人本人的账户写 victim" },
    ref: { label: "编号（Ref）", labelEn: "Reference", zh: "标题、来往邮件都引用" },
    uid: { label: "目标账户（UID）", labelEn: "Target user ID", zh: "用户编号" },
    email: { label: "注册邮箱", labelEn: "Registered e-mail", zh: "目标账户的注册邮箱" },
    sub: { label: "子账户", labelEn: "Sub-account of the target", zh: "该账户的子账户" },
    further: { label: "其余标识", labelEn: "Further identifiers", zh: "见上传的标识信息表" },
    from: { label: "期间起", labelEn: "From", zh: "一律填 UTC；各项另有期间的，见“请求的数据”" },
    to: { label: "期间止", labelEn: "To", zh: "一律填 UTC" },
    data: { label: "请求的数据", labelEn: "Data requested", zh: "按重要程度排列，与公函一致" },
    replyBy: { label: "提供期限", labelEn: "Reply by", zh: "年-月-日" },
    notify: { label: "是否告知用户", labelEn: "Notify user?", zh: "文书未要求不告知" },
    days: { label: "保全天数", labelEn: "Preservation, days", zh: "自收到之日起" },
    treaty: { label: "司法协助请求书", labelEn: "Treaty request", zh: "在其办结以前继续保全" },
    until: { label: "冻结至", labelEn: "Frozen until", zh: "与法律文书一致" },
    account: { label: "请冻结的账户", labelEn: "Account to be frozen", zh: "照抄收件方的答复" },
    amount: { label: "币种和数额", labelEn: "Asset and amount", zh: "与法律文书一致" },
    scope: { label: "冻结范围", labelEn: "Scope", zh: "与法律文书一致" },
    fruits: { label: "孳息", labelEn: "Fruits", zh: "与法律文书一致" },
    confirmed: { label: "收件方何时确认", labelEn: "Named by the desk on", zh: "收件方自己的答复" },
    danger: { label: "危险的事实", labelEn: "Danger to life", zh: "与公函一致" },
    ticket: { label: "首次请求的受理编号", labelEn: "Ticket of the earlier request", zh: "本次补充该次请求" },
} as const satisfies Readonly<Record<string, Partial<Asked>>>

export const furtherEn = (count: number): string => `${String(count)} more in the uploaded 02-Identifiers file`

/** What to mind of the type, and what is chosen or typed there. */
export const TYPE_NOTE: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "提供数据；不含冻结，不属紧急情形",
    preservation: "保全数据；不请求提供，不含冻结，不属紧急情形",
    "data-freeze": "冻结电子数据；页面没有这一类的，选保全",
    freeze: "冻结资产；不请求数据，不属紧急情形",
    "follow-up": "补充首次请求；页面可以在原请求下追加的，在原请求下追加",
    emergency: "紧急；页面另有紧急一类的，选该类（如 Exigent、Emergency）",
}
export const TYPE_ANSWER: Readonly<Record<RequestTypeId, string>> = {
    disclosure: "Disclosure of account records",
    preservation: "Preservation of account records",
    "data-freeze": "Freeze (preservation) of electronic data",
    freeze: "Freeze of assets",
    "follow-up": "Disclosure of account records, supplement to an earlier request",
    emergency: "Emergency (danger to life), disclosure of account records",
}
/** In place of the data requested, where none are to be handed over. */
export const RECORDS = { label: "有关的数据", labelEn: "Records concerned" } as const

/** Those whose Chinese is the officer's own. */
export const INSTRUMENT = { label: "法律文书", labelEn: "Legal instrument" } as const

/** Answers. */
export const instrumentEn = (name: string, number: string, date: string): string => `${name} No. ${number} of ${date}`
export const dataEn = (number: number, data: string, period: string | undefined): string =>
    `${String(number)}. ${data}${period === undefined ? "" : `; period of this item: ${period}`}.`
export const NO_RESTRICTION = "No order has been made; please ask the agency before you notify any user"
export const doNotNotify = (except: string, until: string, reason: string): string =>
    `Please do not notify any user concerned${except} before ${until}, because ${reason}`

/** Details that no step of the portal names. */
export const UNPLACED = "步骤中没有提到的信息"
export const UNPLACED_STEP = { zh: "页面问到时填写", en: "where the page asks for it" }
/** A detail that the program does not hold. */
export const BY_HAND = { copy: "按页面要求自行准备", zh: "程序没有这一项" }
/** Where no address of the portal is known. */
export const throughPage = (page: string): string => `未提供；请从官方页面点进：${page}`
