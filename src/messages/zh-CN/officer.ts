import type { OfficerIssues } from "../../base/issues/officer.ts"
import type { Messages } from "../message.ts"

const ROLE: Readonly<Record<string, string>> = { front: "证件正面", back: "证件反面", holding: "手持证件" }
const TYPE: Readonly<Record<string, string>> = { landline: "座机", mobile: "手机" }
const LIKENESS: Readonly<Record<string, string>> = {
    letters: "看上去一样，但字符不同",
    near: "只差个别字符",
    ending: "名称相同，后缀不同",
    inside: "把这个名称放进了别的域名",
    mailbox: "域名相同，邮箱名只差个别字符",
}
const WAYS =
    "三种办法：①由上级或网安、反诈部门已有的账号提交（首选）；②向科信或网安部门申请 gov.cn 工作邮箱；③去信问收件方接受何种证明，得到认可后填写“邮箱认可”各项"

export const officerIssues: Messages<OfficerIssues> = {
    "request.mail.public": (p) =>
        p.answered === "accepted"
            ? { message: `${p.found} 是公共邮箱（${p.domain}），收件方已认可` }
            : { message: `${p.found} 是公共邮箱（${p.domain}），收件方可能不予受理`, hint: WAYS },
    "request.mail.public-refused": (p) => ({
        message: `${p.found} 是公共邮箱（${p.domain}），“${p.route}”渠道须用执法机关的官方邮箱`,
        hint: WAYS,
    }),
    "request.agency.station": (p) => ({
        message: `单位全称填的是“${p.found}”，证件正面印的是县级以上公安机关名称，两者不一致会被退回`,
        hint: "单位全称与证件正面一致，如“××市公安局××分局”；派出所填在部门一栏",
    }),
    "request.agency.same": (p) => ({
        message: `部门与单位全称相同（${p.found}）`,
        hint: "单位全称填证件正面的公安机关名称，部门填派出所或科所队",
    }),
    "request.english.pinyin": (p) => ({
        message: `${p.found} 只是“${p.chinese}”的拼音，收件方看不懂`,
        hint: "请填英文译名，如 Public Security Bureau、Police Station、Police Officer、China",
    }),
    "request.english.no-words": (p) => ({ message: `${p.found} 不是英文词语`, hint: "请填英文译名" }),
    "request.chinese.none": (p) => ({
        message: `${p.found} 应为中文`,
        hint: "标明（中文）的各项写中文，标明（英文）的各项写英文",
    }),
    "request.phone.form": (p) => ({
        message: `${p.found} 不是完整的电话号码`,
        hint: "写成 +86 加区号（不带开头的 0）加号码，如 +86 10 1234 5678；从境外也能拨通",
    }),
    "request.phone.country": (p) => ({
        message: `${p.found} 没有国家代码，境外无法回拨`,
        hint: `请写成 ${p.proposed}`,
    }),
    "request.phone.foreign": (p) => ({
        message: `${p.found} 不是中国大陆的号码（${p.country}）`,
        hint: "请填办公电话，+86 开头",
    }),
    "request.phone.unassigned": (p) => ({
        message: `${p.found} 不在已知的号段内，可能少一位或多一位`,
        hint: "请核对区号和号码；确实无误的可以不改",
    }),
    "request.phone.special": (p) => ({
        message: `${p.found} 是 400、800 一类号码，境外多半拨不通`,
        hint: "请填办公座机，+86 开头",
    }),
    "request.phone.type": (p) => ({
        message: `类型填的是${TYPE[p.said] ?? p.said}，但 ${p.found} 是${TYPE[p.is] ?? p.is}号码`,
        hint: "请核对办公电话和电话类型",
    }),
    "request.phone.mobile": (p) => ({
        message: `${p.found} 是手机号码`,
        hint: "建议填办公座机，收件方据此回拨核实；勿填私人手机",
    }),
    "request.phone.same-as-switchboard": (p) => ({
        message: `总机与办公电话是同一个号码（${p.found}）`,
        hint: "总机请填单位官网公布的号码，收件方用它核实来函",
    }),
    "request.name.swapped": (p) => ({
        message: `姓“${p.surname}”、名“${p.given}”可能填反了`,
        hint: "请核对；确实无误的可以不改",
    }),
    "request.name.whole": (p) => ({
        message: `姓一栏填了全名“${p.surname}”，名是“${p.given}”`,
        hint: "姓一栏只填姓",
    }),
    "request.pinyin.swapped": (p) => ({
        message: `拼音的姓 ${p.surname}、名 ${p.given} 与汉字的姓、名正好相反`,
        hint: "“姓（拼音）”只填姓，“名（拼音）”只填名",
    }),
    "request.pinyin.different": (p) => ({
        message: `${p.found} 与“${p.hanzi}”的读音不符`,
        hint: `通常写作 ${p.expected}；证件或护照上另有写法的，以证件为准`,
    }),
    "request.photo.small": (p) => ({
        message: `${ROLE[p.role] ?? p.role}照片 ${p.file} 为 ${String(p.width)}×${String(p.height)} 像素，证件文字可能看不清`,
        hint: `请用手机原图，短边不少于 ${String(p.least)} 像素；看得清的可以不换`,
    }),
    "request.photo.tiny": (p) => ({
        message: `${ROLE[p.role] ?? p.role}照片 ${p.file} 只有 ${String(p.width)}×${String(p.height)} 像素，证件文字无法辨认`,
        hint: `短边至少 ${String(p.least)} 像素；请用手机原图，不用截图或聊天软件里的缩略图`,
    }),
    "request.photo.alike": (p) => ({
        message: `${p.first} 与 ${p.second} 的画面相同`,
        hint: "正面、反面、手持须是三张不同的照片，请重新拍摄",
    }),
    "request.address.look-alike": (p) => ({
        message: `${p.found} 与已知的 ${p.known} 相近但不同：${LIKENESS[p.likeness] ?? p.likeness}`,
        hint: "可能是仿冒地址。写错的请改正；核实无误的，在“已核实的相似地址”中写明由何人、何日、如何核实",
    }),
    "request.address.imitation": (p) => ({
        message: `${p.found} 与收件方使用的 ${p.known} 相近但不同：${LIKENESS[p.likeness] ?? p.likeness}`,
        hint: "涉案地址照实保留，不要向它发送任何材料；只是写错的请改正",
    }),
    "request.address.verified": (p) => ({
        message: `${p.found} 与已知的 ${p.known} 相近，已由 ${p.by} 于 ${p.on} 核实：${p.how}`,
    }),
}
