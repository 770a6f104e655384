import type { OfficerIssues } from "../base/issues/officer.ts"
import type { Words } from "../base/lang.ts"
import { type Messages, wordsOf } from "./message.ts"

const ROLE: Readonly<Record<string, Words>> = {
    front: { "zh-CN": "证件正面", en: "ID front" },
    back: { "zh-CN": "证件反面", en: "ID back" },
    holding: { "zh-CN": "手持证件", en: "officer holding the ID" },
}
const TYPE: Readonly<Record<string, Words>> = {
    landline: { "zh-CN": "座机", en: "landline" },
    mobile: { "zh-CN": "手机", en: "mobile" },
}
const UNFOUNDED: Readonly<Record<string, Words>> = {
    invented: {
        "zh-CN": "只见于网上的名录，官方页面没有这个地址",
        en: "stands in public lists alone; no official page has it",
    },
    unsupported: {
        "zh-CN": "没有官方页面可以印证",
        en: "is borne out by no official page",
    },
    phishing: { "zh-CN": "很可能是钓鱼地址", en: "is probably a phishing address" },
}

const LIKENESS: Readonly<Record<string, Words>> = {
    letters: { "zh-CN": "看上去一样，但字符不同", en: "looks the same, but its characters differ" },
    near: { "zh-CN": "只差个别字符", en: "differs by a character or two" },
    ending: { "zh-CN": "名称相同，后缀不同", en: "the same name under another ending" },
    inside: { "zh-CN": "把这个名称放进了别的域名", en: "has that name inside another domain" },
    mailbox: { "zh-CN": "域名相同，邮箱名只差个别字符", en: "right domain, mailbox differs by a character or two" },
}
const WAYS: Words = {
    "zh-CN":
        "三种办法：①由上级或网安、反诈部门已有的账号提交（首选）；②向科信或网安部门申请 gov.cn 工作邮箱；③去信问收件方接受何种证明，得到认可后填写“邮箱认可”各项",
    en: "three ways out: (1) submit through an account that a superior or specialised unit already holds (best); (2) ask the technical department for a gov.cn mailbox; (3) ask the recipient which proof it accepts, and fill in mailboxAccepted when it agrees",
}

export const officerIssues: Messages<keyof OfficerIssues> = {
    "request.mail.public": (p) =>
        p.answered === "accepted"
            ? {
                  "zh-CN": { message: `${p.found} 是公共邮箱（${p.domain}），收件方已认可` },
                  en: { message: `${p.found} is a public mailbox (${p.domain}), which the recipient has accepted` },
              }
            : {
                  "zh-CN": { message: `${p.found} 是公共邮箱（${p.domain}），收件方可能不予受理`, hint: WAYS["zh-CN"] },
                  en: {
                      message: `${p.found} is a public mailbox (${p.domain}); the recipient may refuse it`,
                      hint: WAYS.en,
                  },
              },
    "request.mail.public-refused": (p) => ({
        "zh-CN": {
            message: `${p.found} 是公共邮箱（${p.domain}），“${p.route}”渠道须用执法机关的官方邮箱`,
            hint: WAYS["zh-CN"],
        },
        en: {
            message: `${p.found} is a public mailbox (${p.domain}); the route "${p.routeEn}" requires an official one`,
            hint: WAYS.en,
        },
    }),
    "request.agency.station": (p) => ({
        "zh-CN": {
            message: `单位全称填的是“${p.found}”，证件正面印的是县级以上公安机关名称，两者不一致会被退回`,
            hint: "单位全称与证件正面一致，如“××市公安局××分局”；派出所填在部门一栏",
        },
        en: {
            message: `the agency is given as "${p.found}", but the card's face prints the bureau; a desk refuses where they differ`,
            hint: "name the agency as on the card's face; the station is the department",
        },
    }),
    "request.agency.same": (p) => ({
        "zh-CN": {
            message: `部门与单位全称相同（${p.found}）`,
            hint: "单位全称填证件正面的公安机关名称，部门填派出所或科所队",
        },
        en: {
            message: `department and agency are the same (${p.found})`,
            hint: "the agency is the bureau on the card's face, the department is the station or unit",
        },
    }),
    "request.english.pinyin": (p) => ({
        "zh-CN": {
            message: `${p.found} 只是“${p.chinese}”的拼音，收件方看不懂`,
            hint: "请填英文译名，如 Public Security Bureau、Police Station、Police Officer、China",
        },
        en: {
            message: `${p.found} is only pinyin of ${p.chinese}, which the recipient cannot read`,
            hint: "translate, for example Public Security Bureau, Police Station, Police Officer, China",
        },
    }),
    "request.english.no-words": (p) => ({
        "zh-CN": { message: `${p.found} 不是英文词语`, hint: "请填英文译名" },
        en: { message: `${p.found} holds no English word`, hint: "give the English name" },
    }),
    "request.chinese.none": (p) => ({
        "zh-CN": { message: `${p.found} 应为中文`, hint: "标明（中文）的各项写中文，标明（英文）的各项写英文" },
        en: {
            message: `${p.found} should be Chinese`,
            hint: "fields ending in Zh are Chinese, those ending in En English",
        },
    }),
    "request.phone.form": (p) => ({
        "zh-CN": {
            message: `${p.found} 不是完整的电话号码`,
            hint: "写成 +86 加区号（不带开头的 0）加号码，如 +86 10 1234 5678；从境外也能拨通",
        },
        en: {
            message: `${p.found} is no complete telephone number`,
            hint: "write +86, area code without its leading 0, number: +86 10 1234 5678",
        },
    }),
    "request.phone.country": (p) => ({
        "zh-CN": { message: `${p.found} 没有国家代码，境外无法回拨`, hint: `请写成 ${p.proposed}` },
        en: {
            message: `${p.found} has no country code and cannot be called from abroad`,
            hint: `write ${p.proposed}`,
        },
    }),
    "request.phone.foreign": (p) => ({
        "zh-CN": { message: `${p.found} 不是中国大陆的号码（${p.country}）`, hint: "请填办公电话，+86 开头" },
        en: {
            message: `${p.found} is no number of mainland China (${p.country})`,
            hint: "give the office phone, beginning with +86",
        },
    }),
    "request.phone.unassigned": (p) => ({
        "zh-CN": {
            message: `${p.found} 不在已知的号段内，可能少一位或多一位`,
            hint: "请核对区号和号码；确实无误的可以不改",
        },
        en: {
            message: `${p.found} lies in no known range; a digit may be missing or too many`,
            hint: "check area code and number; leave it if it is right",
        },
    }),
    "request.phone.special": (p) => ({
        "zh-CN": { message: `${p.found} 是 400、800 一类号码，境外多半拨不通`, hint: "请填办公座机，+86 开头" },
        en: {
            message: `${p.found} is a 400 or 800 number, which can rarely be called from abroad`,
            hint: "give the office landline, beginning with +86",
        },
    }),
    "request.phone.type": (p) => ({
        "zh-CN": {
            message: `类型填的是${wordsOf(TYPE, p.said)["zh-CN"]}，但 ${p.found} 是${wordsOf(TYPE, p.is)["zh-CN"]}号码`,
            hint: "请核对办公电话和电话类型",
        },
        en: {
            message: `the type says ${p.said}, but ${p.found} is a ${p.is} number`,
            hint: "check number and phoneType",
        },
    }),
    "request.phone.mobile": (p) => ({
        "zh-CN": { message: `${p.found} 是手机号码`, hint: "建议填办公座机，收件方据此回拨核实；勿填私人手机" },
        en: {
            message: `${p.found} is a mobile number`,
            hint: "an office landline is better: the recipient calls it back; never a private mobile",
        },
    }),
    "request.phone.same-as-switchboard": (p) => ({
        "zh-CN": {
            message: `总机与办公电话是同一个号码（${p.found}）`,
            hint: "总机请填单位官网公布的号码，收件方用它核实来函",
        },
        en: {
            message: `switchboard and office phone are the same number (${p.found})`,
            hint: "give the switchboard that the agency's website publishes; the recipient authenticates by it",
        },
    }),
    "request.name.swapped": (p) => ({
        "zh-CN": { message: `姓“${p.surname}”、名“${p.given}”可能填反了`, hint: "请核对；确实无误的可以不改" },
        en: {
            message: `surname ${p.surname} and given name ${p.given} may be swapped`,
            hint: "check them; leave them if they are right",
        },
    }),
    "request.name.undotted": (p) => ({
        "zh-CN": {
            message: `公函和请求中，姓名写作“${p.whole}”`,
            hint: "应与人民警察证一致：证件上有间隔号的，间隔号以前的写在“姓”，间隔号和以后的写在“名”，如“买买提”“·样例江”；没有的不用改",
        },
        en: {
            message: `letter and request write the name as ${p.whole}`,
            hint: "it is to agree with the police ID: where that has a dot (·), what stands before it is entered as the surname, the dot and the rest as the given name; where it has none, nothing is to be changed",
        },
    }),
    "request.name.whole": (p) => ({
        "zh-CN": { message: `姓一栏填了全名“${p.surname}”，名是“${p.given}”`, hint: "姓一栏只填姓" },
        en: {
            message: `the surname holds the whole name ${p.surname}; the given name is ${p.given}`,
            hint: "only the surname goes there",
        },
    }),
    "request.pinyin.swapped": (p) => ({
        "zh-CN": {
            message: `拼音的姓 ${p.surname}、名 ${p.given} 与汉字的姓、名正好相反`,
            hint: "“姓（拼音）”只填姓，“名（拼音）”只填名",
        },
        en: {
            message: `pinyin surname ${p.surname} and given name ${p.given} are swapped against the characters`,
            hint: "surnamePinyin is the surname, givenNamePinyin the given name",
        },
    }),
    "request.pinyin.different": (p) => ({
        "zh-CN": {
            message: `${p.found} 与“${p.hanzi}”的读音不符`,
            hint: `通常写作 ${p.expected}；证件或护照上另有写法的，以证件为准`,
        },
        en: {
            message: `${p.found} is no reading of ${p.hanzi}`,
            hint: `usually ${p.expected}; where card or passport spell it otherwise, follow them`,
        },
    }),
    "request.photo.small": (p) => ({
        "zh-CN": {
            message: `${wordsOf(ROLE, p.role)["zh-CN"]}照片 ${p.file} 为 ${String(p.width)}×${String(p.height)} 像素，证件文字可能看不清`,
            hint: `请用手机原图，短边不少于 ${String(p.least)} 像素；看得清的可以不换`,
        },
        en: {
            message: `${wordsOf(ROLE, p.role).en}: ${p.file} has ${String(p.width)} x ${String(p.height)} pixels; the card's print may be illegible`,
            hint: `use the phone's original, short edge at least ${String(p.least)} pixels; keep it if it can be read`,
        },
    }),
    "request.photo.blank": (p) => ({
        "zh-CN": {
            message: `${wordsOf(ROLE, p.role)["zh-CN"]}照片 ${p.file} 几乎只有一种颜色，看不到证件`,
            hint: "可能镜头被挡住，或者太暗、太亮；请重新拍照",
        },
        en: {
            message: `${wordsOf(ROLE, p.role).en}: ${p.file} is almost of one colour, no card is to be seen`,
            hint: "the lens may have been covered, or it was too dark or too bright; take it again",
        },
    }),
    "request.photo.tiny": (p) => ({
        "zh-CN": {
            message: `${wordsOf(ROLE, p.role)["zh-CN"]}照片 ${p.file} 只有 ${String(p.width)}×${String(p.height)} 像素，证件文字无法辨认`,
            hint: `短边至少 ${String(p.least)} 像素；请用手机原图，不用截图或聊天软件里的缩略图`,
        },
        en: {
            message: `${wordsOf(ROLE, p.role).en}: ${p.file} has only ${String(p.width)} x ${String(p.height)} pixels; the card's print cannot be read`,
            hint: `short edge at least ${String(p.least)} pixels; use the phone's original, no screenshot or thumbnail`,
        },
    }),
    "request.photo.alike": (p) => ({
        "zh-CN": {
            message: `${p.first} 与 ${p.second} 的画面相同`,
            hint: "正面、反面、手持须是三张不同的照片，请重新拍摄",
        },
        en: {
            message: `${p.first} and ${p.second} show the same picture`,
            hint: "front, back and holding must be three different photos; take it anew",
        },
    }),
    "request.address.look-alike": (p) => ({
        "zh-CN": {
            message: `${p.found} 与已知的 ${p.known} 相近但不同：${wordsOf(LIKENESS, p.likeness)["zh-CN"]}`,
            hint: "可能是仿冒地址。写错的请改正；核实无误的，在“已核实的相似地址”中写明由何人、何日、如何核实",
        },
        en: {
            message: `${p.found} is like the known ${p.known} but not equal: ${wordsOf(LIKENESS, p.likeness).en}`,
            hint: "it may be an impostor's. Mend a slip; where it was found to be right, say in verifiedAddresses by whom, when and how",
        },
    }),
    "request.address.imitation": (p) => ({
        "zh-CN": {
            message: `${p.found} 与收件方使用的 ${p.known} 相近但不同：${wordsOf(LIKENESS, p.likeness)["zh-CN"]}`,
            hint: "涉案地址照实保留，不要向它发送任何材料；只是写错的请改正",
        },
        en: {
            message: `${p.found} is like ${p.known}, which the recipient uses, but not equal: ${wordsOf(LIKENESS, p.likeness).en}`,
            hint: "a suspect's address stays as it was found, and nothing is sent to it; correct it only if it was mistyped",
        },
    }),
    "request.address.invented": (p) => ({
        "zh-CN": {
            message: `${p.found} ${wordsOf(UNFOUNDED, p.kind)["zh-CN"]}：所说的单位是${p.desk}，见于${p.seen}（${p.on} 查看，可信程度 ${p.grade}）`,
            hint: "不要向它发送任何材料，地址从官方页面另查。案件中作为线索的照实保留；已从官方页面核实无误的，民警信息写入“已核实的相似地址”，收件方资料写明 verifiedOn",
        },
        en: {
            message: `${p.found} ${wordsOf(UNFOUNDED, p.kind).en}: said to be of ${p.deskEn}, seen in ${p.seenEn} (looked at ${p.on}, grade ${p.grade})`,
            hint: "send nothing to it; take the address from the official page. In a case it stays where it is a lead; where the official page bears it out, say so in verifiedAddresses, in a profile with verifiedOn",
        },
    }),
    "request.address.verified": (p) => ({
        "zh-CN": { message: `${p.found} 与已知的 ${p.known} 相近，已由 ${p.by} 于 ${p.on} 核实：${p.how}` },
        en: { message: `${p.found} is like the known ${p.known}; verified by ${p.by} on ${p.on}: ${p.how}` },
    }),
}
