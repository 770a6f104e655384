import { FURTHER_SECTIONS } from "./officer-form-further.data.ts"
import { code, date, english, type FormSection, text, time } from "./officer-form-row.ts"

/**
 * The questions of officer.xlsx in the order an officer meets them: on the first sheet what a first request needs, on the
 * second (`officer-form-further.data.ts`) the rest. Every field of the officer schema stands here, so that a new one is
 * one new row; a test holds the table against the schema.
 */

export const OFFICER_FORM_FILE = "officer.xlsx"
/** Name of the sheet with what a first request needs. */
export const FORM_SHEET = "民警信息表"
/** Name of the sheet with the rest. */
export const FURTHER_SHEET = "其他信息"

const FIRST_SECTIONS: readonly FormSection[] = [
    {
        title: "一、单位和民警",
        who: "民警本人",
        rows: [
            text("agency.nameZh", "单位全称（中文）", "与人民警察证正面所印的单位一致，如：××市公安局××分局"),
            english("agency.nameEn", "单位全称（英文）", "如：×× Branch, ×× Municipal Public Security Bureau"),
            text("agency.departmentZh", "部门（中文）", "派出所、大队等，如：××派出所"),
            english("agency.departmentEn", "部门（英文）", "如：×× Police Station"),
            text("agency.addressZh", "单位通信地址（中文）", "单位地址，勿填家庭住址", "内勤"),
            english("agency.addressEn", "单位通信地址（英文）", "如：100 ×× Road, ×× District, ××", "内勤"),
            text("officer.surnameZh", "姓（汉字）", "只写姓；复姓写全"),
            text(
                "officer.givenNameZh",
                "名（汉字）",
                "只写名，不写姓；证件上有间隔号的连同间隔号写，如：姓“买买提”，名“·样例江”",
            ),
            english("officer.surnamePinyin", "姓（拼音）", "不带声调，如：Zhang"),
            english("officer.givenNamePinyin", "名（拼音）", "不带声调，如：Jianguo"),
            text("officer.positionZh", "职务（中文）", "如：民警、副大队长"),
            english("officer.positionEn", "职务（英文）", "如：Police Officer"),
            code(
                "officer.email",
                "工作邮箱",
                "单位域名的邮箱；建议用单位公用信箱，便于交接。QQ、163 等邮箱可能不予受理",
            ),
            code("officer.phone", "办公电话", "座机优先，勿填私人手机；+86 开头，如：+86 24 0000 0000"),
            {
                field: "officer.phoneType",
                kind: "choice",
                label: "电话类型",
                hint: "从下拉列表中选",
                words: { 座机: "landline", 手机: "mobile" },
                also: { 固定电话: "landline", 固话: "landline", 移动电话: "mobile" },
            },
        ],
    },
    {
        title: "二、案件和法律文书",
        who: "办案部门",
        rows: [
            text("caseNumbers.caseNumber", "案件编号", "受案登记表上的编号"),
            {
                field: "investigation.stage",
                kind: "choice",
                label: "办理阶段",
                hint: "从下拉列表中选；写入公函和英文函",
                words: { 已受案: "accepted", 已立案: "filed", 立案前调查核实: "verification" },
                also: { 受案: "accepted", 立案: "filed", 初查: "verification", 调查核实: "verification" },
            },
            text("investigation.offenceZh", "涉嫌罪名或案由（中文）", "照受案登记表或立案决定书；留空则公函中也是空白"),
            english("investigation.offenceEn", "涉嫌罪名或案由（英文）", "与中文一致；留空则英文函中也是空白"),
            text(
                "investigation.legalBasisZh",
                "调取的法律依据（中文）",
                "写明法律名称和条文，如：《中华人民共和国刑事诉讼法》第五十四条",
                "法制部门",
            ),
            english(
                "investigation.legalBasisEn",
                "调取的法律依据（英文）",
                "如：Criminal Procedure Law of the PRC, Article 54",
                "法制部门",
            ),
            {
                field: "instrument.nameZh",
                kind: "text",
                label: "法律文书名称（中文）",
                hint: "可从下拉列表中选，也可直接填写；扫描件放入“法律文书”文件夹",
                offers: ["调取证据通知书", "协助查询财产通知书", "协助冻结财产通知书", "协助冻结电子数据通知书"],
            },
            english("instrument.nameEn", "法律文书名称（英文）", "调取证据通知书：Notice of Obtaining Evidence"),
            text("instrument.number", "法律文书文号", "文书上的编号，照抄；写入公函，打印公函以前填好"),
            date("instrument.date", "法律文书日期", "写入公函，打印公函以前填好，如：2023-05-05"),
        ],
    },
    {
        title: "三、渠道和请求内容",
        who: "办案部门",
        rows: [
            {
                field: "route",
                kind: "choice",
                label: "渠道",
                hint: "必填。上级账号：上级或网安、反诈部门已注册的账号（建议先问）；门户：用单位邮箱在门户注册；邮件：发电子邮件",
                words: { 上级账号: "existing-account", 门户: "portal", 邮件: "email" },
                also: { 已有账号: "existing-account", 门户网站: "portal", 电子邮件: "email", 邮箱: "email" },
                who: "网安部门",
            },
            {
                field: "request.dataGroups[]",
                kind: "group",
                label: "数据项",
                hint: "全部留空，则按案件请求：账户没有被他人操作过的（如受骗付款），不请求登录和密钥记录；补充标识的，只请求与新标识有关的。",
            },
            time(
                "request.period.from",
                "数据期间：起",
                "不填则从首笔涉案操作起，取整到小时；填写的须写明时区，如：2023-03-21 00:00 北京时间，或 2023-03-20 16:00 UTC",
            ),
            time("request.period.to", "数据期间：止", "不填则到末笔涉案操作止；起、止要填都填"),
            date("request.replyBy", "提供期限", "请对方在哪一天以前提供，应与法律文书一致，如：2023-06-08"),
        ],
    },
    {
        title: "四、办理时间",
        who: "民警本人",
        rows: [time("completedAt", "办理时间", "必填；每一步办理前更新，写明时区，如：2023-05-08 15:30 北京时间")],
    },
]

/** A sheet of the workbook. */
export interface FormPart {
    readonly sheet: string
    readonly sections: readonly FormSection[]
}

export const FORM_PARTS: readonly FormPart[] = [
    { sheet: FORM_SHEET, sections: FIRST_SECTIONS },
    { sheet: FURTHER_SHEET, sections: FURTHER_SECTIONS },
]

/** All sections, in the order of the sheets. */
export const FORM: readonly FormSection[] = FORM_PARTS.flatMap(({ sections }) => sections)
