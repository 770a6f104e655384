import type { ConsistencyIssues, OpenQuestion, OtherKind } from "../base/issues/consistency.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

/** What an open question asks for. */
const OPEN: Readonly<Record<OpenQuestion, { readonly ask: Words; readonly where: Words }>> = {
    destination: {
        ask: {
            "zh-CN": "币转到了哪里还没有写：收款地址、网络（链）、交易哈希、时间和数量",
            en: "nothing says where the coins went: address, network, transaction hash, time and quantity",
        },
        where: {
            "zh-CN": "在交易所的提币或划转记录里可以查到，请在“转出记录”中逐笔填写；查不到的写 不清楚",
            en: "the exchange's withdrawal or transfer records have it; enter each under transfers, 不清楚 where it cannot be found",
        },
    },
    payment: {
        ask: {
            "zh-CN": "付款给了谁还没有写：对方的银行、账号、户名，或者收款地址",
            en: "nothing says who was paid: bank, account and holder, or the address",
        },
        where: {
            "zh-CN": "银行或支付软件的转账记录里可以查到，请在“收款账户”或“转出记录”中填写",
            en: "the bank's or payment service's records have it; enter it under bankAccounts or transfers",
        },
    },
    "api-key": {
        ask: {
            "zh-CN": "起因填的是接口密钥，但没有写密钥给了谁、有哪些权限、现在是否有效",
            en: "the cause is an API key, but nothing says who had it, what it permitted and whether it still works",
        },
        where: { "zh-CN": "请填写“接口密钥”一项；没有授权过第三方的写 无", en: "fill in apiKey; 无 if nobody had it" },
    },
    site: {
        ask: {
            "zh-CN": "起因填的是仿冒的网站或应用，但没有写是哪个网站、链接或应用",
            en: "the cause is a false site or application, but none is named",
        },
        where: {
            "zh-CN": "浏览器历史记录、短信、聊天记录里可以查到，请在“网站和应用”中照抄",
            en: "look into browser history, messages and chats; enter it under sites as it was",
        },
    },
    device: {
        ask: {
            "zh-CN": "没有写是哪台设备、用什么系统登录的",
            en: "nothing says which device was used or taken over",
        },
        where: {
            "zh-CN": "交易所的登录记录、设备管理页面里可以查到，请在“有关的设备”中填写；查不到的写 不清楚",
            en: "the exchange's login records and device page have it; enter it as incident.device",
        },
    },
}

/** What somebody else in the account would have left. */
const OTHER_KIND: Readonly<Record<OtherKind, Words>> = {
    cause: { "zh-CN": "起因是别人进入了账户", en: "the cause is that somebody else got into the account" },
    "api-key": { "zh-CN": "填了接口密钥", en: "an API key is told of" },
    orders: { "zh-CN": "填了不是您本人下的订单", en: "orders that are not the user's are listed" },
    device: { "zh-CN": "填了被控制的设备或者陌生设备", en: "a device that was taken over or is unknown is told of" },
}

/** What people in China say for dollars and for their stablecoin alike. */
const isSlang = (asset: string): boolean => /^(?:u|刀)$/i.test(asset)

/** Why a sentence is left out. */
const LEFT_OUT: Readonly<Record<ConsistencyIssues["case.sentence.left-out"]["reason"], Words>> = {
    guess: { "zh-CN": "是对是谁所为的猜测", en: "guesses who it was" },
    plan: { "zh-CN": "是本人的打算，与案件事实无关", en: "tells plans of your own" },
    conclusion: { "zh-CN": "是要由侦查得出的结论", en: "draws a conclusion that is the investigation's" },
}

const COUNTED: Readonly<Record<string, Words>> = {
    assets: { "zh-CN": "少了的币种", en: "missing assets" },
    orders: { "zh-CN": "订单", en: "orders" },
    transfers: { "zh-CN": "划转", en: "transfers" },
    ips: { "zh-CN": "IP 地址", en: "IP addresses" },
    emails: { "zh-CN": "邮箱", en: "mailboxes" },
    sites: { "zh-CN": "网站", en: "sites" },
}
const REPEATED: Readonly<Record<string, Words>> = {
    order: { "zh-CN": "订单号", en: "order id" },
    "client-order": { "zh-CN": "客户端订单号", en: "client order id" },
    hash: { "zh-CN": "交易哈希", en: "transaction hash" },
    ip: { "zh-CN": "IP 地址", en: "IP address" },
    email: { "zh-CN": "邮箱", en: "mailbox" },
    phone: { "zh-CN": "电话", en: "telephone number" },
}
const word = (words: Readonly<Record<string, Words>>, code: string): Words => words[code] ?? { "zh-CN": code, en: code }

export const consistencyIssues: Messages<keyof ConsistencyIssues> = {
    "case.time.zone-unknown": (p) => ({
        "zh-CN": {
            message: `${p.found} 没有写明时区，材料中会写“时区未注明”`,
            hint: "北京时间请在后面写 北京时间；交易所导出的 UTC 时间请写 UTC；确实查不清的可以不改",
        },
        en: {
            message: `${p.found} has no time zone; the papers will say so`,
            hint: "write +08:00 for China time, UTC for times of an export; leave it if it cannot be found out",
        },
    }),
    "case.time.order": (p) => ({
        "zh-CN": { message: `这两处时间的先后不同寻常，请核对：${p.first}（${p.other}）与 ${p.second}` },
        en: {
            message: `the order of these two times is unusual, please check: ${p.first} (${p.other}) and ${p.second}`,
        },
    }),
    "case.credit-code.form": (p) => ({
        "zh-CN": { message: `${p.found} 不是 18 位统一社会信用代码的样子`, hint: "请对照公示系统核对" },
        en: {
            message: `${p.found} does not look like an 18-character unified social credit code`,
            hint: "compare it with the public register",
        },
    }),
    "case.credit-code.check-character": (p) => ({
        "zh-CN": {
            message: `${p.found} 的末位校验字符按 GB 32100 应为 ${p.expected}`,
            hint: "请对照公示系统核对；个别已发代码本身不合校验，确认无误可不改",
        },
        en: {
            message: `the check character of ${p.found} should be ${p.expected} by GB 32100`,
            hint: "compare it with the public register; a few issued codes fail, keep it if it is right",
        },
    }),
    "case.time.unknown": () => ({
        "zh-CN": {
            message: "时间填的是“不清楚”，材料照样写明",
            hint: "交易所导出的流水、委托、划转、登录记录里每一行都有时间，导出以后可以补上",
        },
        en: {
            message: "the time is not known, and the papers say so",
            hint: "each row of the exchange's exports has its time; add it when you have them",
        },
    }),
    "case.loss.quantity-unknown": (p) => ({
        "zh-CN": {
            message: `${p.asset} 的数量没有写，材料中写作“数量不清楚”`,
            hint: "交易所导出的流水、划转或提币记录里可以查到；查不到的可以不写",
        },
        en: {
            message: `no quantity of ${p.asset} is given; the papers say "数量不清楚"`,
            hint: "the exchange's ledger, transfer or withdrawal exports have it; leave it if it cannot be found",
        },
    }),
    "case.loss.zero": (p) => ({
        "zh-CN": {
            message: `${p.asset} 的数量写的是 0，材料照样列出`,
            hint: "没有少的请删去这一行；不知道多少的写“不清楚”",
        },
        en: {
            message: `the quantity of ${p.asset} is 0, and the papers list it`,
            hint: 'delete the row if nothing of it is missing; write "不清楚" if the quantity is not known',
        },
    }),
    "case.time.future": (p) => ({
        "zh-CN": { message: `${p.found} 晚于材料制作时间`, hint: "请核对年份和时区；材料制作时间请写今天" },
        en: {
            message: `${p.found} is later than the materials were made`,
            hint: "check year and zone; preparedAt should be today",
        },
    }),
    "case.range.zone-unstated": (p) => ({
        "zh-CN": {
            message: `${p.days} 没有写明是北京时间的日期还是 UTC 的日期；北京时间 0 点到 8 点的记录，在 UTC 属于前一天`,
            hint: "请对照第一笔和最后一笔的时间，在日期后面写上 北京时间 或者 UTC，例如 2020-03-01 UTC",
        },
        en: {
            message: `${p.days}: a date in Beijing time or in UTC? The two differ for eight hours of each day`,
            hint: "compare the first and the last record and write the zone behind the date: 2020-03-01 UTC",
        },
    }),
    "case.list.joined": (p) => ({
        "zh-CN": {
            message: `“${p.found}”按一项读，看起来是 ${String(p.parts.length)} 项：${p.parts.join("｜")}`,
            hint: "是几项的，每项写一行（表格里每项写一格）；本来就是一项的不用改",
        },
        en: {
            message: `"${p.found}" was read as one entry and looks like ${String(p.parts.length)}: ${p.parts.join(" | ")}`,
            hint: "write each on a line of its own (in the workbook in a cell of its own); leave it if it is one",
        },
    }),
    "case.transfer.unnamed": (p) => ({
        "zh-CN": {
            message: `“${p.found}”里没有地址、没有对方账户的编号，也没有写是本人的哪种钱包，发给交易所的附件里会写“未提供”`,
            hint: "本人账户里的写 现货账户、资金账户、合约账户、子账户；转到外面的写完整地址；站内转给他人的，写 UID 加号码，如 UID 880011223，或者 礼品卡、红包",
        },
        en: {
            message: `"${p.found}" has no address, no number of an account, and names no wallet of yours; the recipient will read "Not provided"`,
            hint: "for your own account write 现货账户, 资金账户, 合约账户 or 子账户; for others the whole address; for another user of the platform UID and the number, such as UID 880011223, or gift card, red packet",
        },
    }),
    "case.account.phone-alone": () => ({
        "zh-CN": {
            message: "账户只填了注册手机号码：交易所按 UID 或者注册邮箱查找账户，手机号码给不给交易所由民警决定",
            hint: "UID 在应用的个人中心、头像菜单里，导出文件和交易所发来的邮件、短信里也常有；确实找不到的不用改",
        },
        en: {
            message:
                "of the account only the registered telephone is given: exchanges look accounts up by UID or registered e-mail, and whether the telephone goes out is for the officer to decide",
            hint: "the UID stands in the app's profile menu, often in exports and in mails from the exchange; if there is none to be found, nothing needs to be changed",
        },
    }),
    "case.asset.unknown": (p) => ({
        "zh-CN": {
            message: `程序不认识币种 ${p.found}`,
            hint: isSlang(p.found) ? "指稳定币的写 USDT，指美元的写 USD" : "请对照导出文件核对拼写；没有写错的不用改",
        },
        en: {
            message: `the asset ${p.found} is not on the program's list`,
            hint: isSlang(p.found)
                ? "write USDT for the coin, USD for the money of the United States"
                : "compare its spelling with the export; leave it if it is right",
        },
    }),
    "case.url.odd": (p) => ({
        "zh-CN": {
            message: `链接 ${p.found} 中有反斜杠、全角符号或残缺的 % 编码，照样保留`,
            hint: "请对照原页面核对有没有漏抄",
        },
        en: {
            message: `the link ${p.found} has a backslash, a full-width sign or a broken % escape; kept as it is`,
            hint: "compare it with the original",
        },
    }),
    "case.question.open": (p) => ({
        "zh-CN": { message: OPEN[p.question].ask["zh-CN"], hint: OPEN[p.question].where["zh-CN"] },
        en: { message: OPEN[p.question].ask.en, hint: OPEN[p.question].where.en },
    }),
    "case.answer.other-kind": (p) => ({
        "zh-CN": {
            message: `“出了什么事”只选了“被骗付款”，就是账户只有您自己操作过；这里却${OTHER_KIND[p.answer]["zh-CN"]}`,
            hint: "别人也操作过账户的，在“出了什么事”中把那几项一起选上；没有的，把这里清空，免得材料里有两种说法",
        },
        en: {
            message: `what happened is a payment by deception alone, so that nobody but the user operated the account; here ${OTHER_KIND[p.answer].en}`,
            hint: "if somebody else operated it too, choose that under what happened as well; if not, clear this, so that the papers do not tell it in two ways",
        },
    }),
    "case.statement.disputed": () => ({
        "zh-CN": { message: "这一句标明各方说法不一，会列入给民警的“需要核实的事项”" },
        en: { message: "this is marked as disputed; the police page of items to verify lists it" },
    }),
    "case.event-time.differs": (p) => ({
        "zh-CN": {
            message: `发生的时间有两种写法：首次操作 ${p.stated}，这里 ${p.other}`,
            hint: "请核对是不是时区不同；两处都对的不用改，材料会把两种写法都列给民警",
        },
        en: {
            message: `two times for the event: first operation ${p.stated}, here ${p.other}`,
            hint: "look whether the zones differ; if both are right leave them, the police are shown both",
        },
    }),
    "case.records.before-first": (p) => ({
        "zh-CN": {
            message: `有 ${String(p.count)} 笔记录早于所称首次操作（${p.limit}），最早的是 ${p.found}`,
            hint: "请核对这些记录的时区；确实更早的，请改首次操作的时间",
        },
        en: {
            message: `${String(p.count)} records lie before the first operation stated (${p.limit}), the earliest at ${p.found}`,
            hint: "check their time zone; if they are earlier, correct the first operation",
        },
    }),
    "case.records.after-last": (p) => ({
        "zh-CN": {
            message: `有 ${String(p.count)} 笔记录晚于所称末次操作（${p.limit}），最晚的是 ${p.found}`,
            hint: "请核对这些记录的时区；确实更晚的，请改末次操作的时间",
        },
        en: {
            message: `${String(p.count)} records lie after the last operation stated (${p.limit}), the latest at ${p.found}`,
            hint: "check their time zone; if they are later, correct the last operation",
        },
    }),
    "case.loss.difference": (p) => ({
        "zh-CN": {
            message: `页面显示值前后差 ${p.difference}，净损失填的是 ${p.netLoss}；前者随行情变动，后者按记录计算，是两个量`,
            hint: "请核对两个数各从哪里来；都对的不用改",
        },
        en: {
            message: `the page shows ${p.difference} less, the net loss is ${p.netLoss}; the first moves with the market, the second comes from records`,
            hint: "check where each comes from; leave them if both are right",
        },
    }),
    "case.loss.two-measures": (p) => ({
        "zh-CN": {
            message: `页面显示值前后差 ${p.difference}，净损失填的是 ${p.netLoss}；计量单位不同，程序不换算`,
            hint: "请核对两个数各从哪里来；都对的不用改",
        },
        en: {
            message: `the page shows ${p.difference} less, the net loss is ${p.netLoss}; two units, which are not converted`,
            hint: "check where each comes from; leave them if both are right",
        },
    }),
    "case.loss.outgoing": (p) => ({
        "zh-CN": {
            message: `${p.asset} 少了 ${p.stated}，转出记录 ${String(p.count)} 笔合计 ${p.moved}，不相等`,
            hint: "请核对有没有漏写的转出记录，或者有手续费、卖出的部分",
        },
        en: {
            message: `${p.stated} are missing, ${String(p.count)} outgoing transfers add up to ${p.moved}`,
            hint: "look for a transfer that is not listed, fees, or a part that was sold",
        },
    }),
    "case.loss.equivalents": (p) => ({
        "zh-CN": { message: `同一计量单位有两个数：${p.first} 和 ${p.second}`, hint: "请核对各自的算法；都对的不用改" },
        en: {
            message: `two figures in one unit: ${p.first} and ${p.second}`,
            hint: "check how each was found; leave them if both are right",
        },
    }),
    "case.loss.same-digits": (p) => ({
        "zh-CN": { message: `同样的数字写成两种单位：${p.first} 和 ${p.second}`, hint: "请核对哪一种单位是对的" },
        en: { message: `the same digits in two units: ${p.first} and ${p.second}`, hint: "check which unit is right" },
    }),
    "case.sum.differs": (p) => ({
        "zh-CN": { message: `文字里的算式“${p.stated}”对不上，应为 ${p.computed}`, hint: "请核对算式和填写的数额" },
        en: {
            message: `the sum "${p.stated}" does not hold: ${p.computed}`,
            hint: "check the sum and the amounts that are filled in",
        },
    }),
    "case.count.differs": (p) => ({
        "zh-CN": {
            message: `${word(COUNTED, p.of)["zh-CN"]}写的是“${p.stated}”，列出了 ${String(p.listed)} 个`,
            hint: "请核对有没有漏列、多列",
        },
        en: {
            message: `${word(COUNTED, p.of).en}: "${p.stated}" stated, ${String(p.listed)} listed`,
            hint: "look for one that is missing or listed twice",
        },
    }),
    "case.identifier.repeated": (p) => ({
        "zh-CN": {
            message:
                p.kind === "phone"
                    ? `两个名称下是同一个电话：${p.first}`
                    : `${word(REPEATED, p.kind)["zh-CN"]} ${p.second} 与前面的 ${p.first} 相同${p.first === p.second ? "" : "，只是大小写不同"}`,
            hint: "请对照来源核对",
        },
        en: {
            message:
                p.kind === "phone"
                    ? `one telephone number under two names: ${p.first}`
                    : `the ${word(REPEATED, p.kind).en} ${p.second} equals ${p.first} above${p.first === p.second ? "" : " but for letter case"}`,
            hint: "compare both with their source",
        },
    }),
    "case.evidence.none": () => ({
        "zh-CN": {
            message: "没有任何截图、聊天记录或导出文件",
            hint: "把截图等放进 evidence，交易所导出的文件放进 exports，再运行 import；确实没有的可以不放",
        },
        en: {
            message: "there is no screenshot, chat or export file at all",
            hint: "put pictures into evidence and the exchange's files into exports, then run import; go on if there are none",
        },
    }),
    "case.identifier.not-in-file": (p) => ({
        "zh-CN": {
            message: `所引的文件 ${p.labels} 中没有 ${p.found}`,
            hint:
                p.near === ""
                    ? "请从该文件中复制，不要手抄；引错了文件的，改正证据编号"
                    : `文件中的写法是 ${p.near}（注意大小写和位数），请从文件中复制`,
        },
        en: {
            message: `${p.found} does not stand in ${p.labels}, which it cites`,
            hint:
                p.near === ""
                    ? "copy it from the file, or correct the evidence label"
                    : `the file has ${p.near} (mind letter case and length); copy it from there`,
        },
    }),
    "case.sentence.left-out": (p) => ({
        "zh-CN": {
            message: `“${p.sentence}”${LEFT_OUT[p.reason]["zh-CN"]}，不写入给公安机关的材料`,
            hint: "想留给自己的，移到私人笔记；确实要写入的，在这一条的“也给公安机关”填 是（case.yaml 中是 policeToo: 是）",
        },
        en: {
            message: `"${p.sentence}" ${LEFT_OUT[p.reason].en}; it is left out of the papers for the police`,
            hint: "move it to privateNotes to keep it for yourself, or add a line policeToo: yes beside it to have it in",
        },
    }),
    "case.prepared.before-import": (p) => ({
        "zh-CN": {
            message: `材料制作时间 ${p.prepared} 早于登记文件的时间 ${p.imported}（${p.labels}）`,
            hint: "请把材料制作时间改成现在的时间",
        },
        en: {
            message: `the materials are said to be made at ${p.prepared}, before files were registered at ${p.imported} (${p.labels})`,
            hint: "set preparedAt to the present time",
        },
    }),
}
