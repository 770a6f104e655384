import type { PacketIssues } from "../../base/issues/packet.ts"
import type { Messages } from "../message.ts"

const PATH_FAULTS = {
    empty: "文件名为空",
    absolute: "路径以 / 开头",
    "segment-empty": "路径中有连续的 /",
    "segment-dot": "名称以点开头或结尾",
    "segment-dash": "名称以连字符开头",
    character: "含有字母、数字、点、下划线、连字符以外的字符",
    "reserved-name": "是 Windows 保留的设备名",
    "segment-long": "名称过长",
    "path-long": "路径过长",
    deep: "文件夹层数过多",
} as const

const SIGNATURE_FAULTS = {
    armour: "签名文件的文本格式不对（例如换行符被改过、前后多了内容）",
    encoding: "签名文件的内容不完整或格式不对",
    namespace: "这个签名不是为材料包作的",
    hash: "签名所用的摘要算法不是 SHA-512",
    key: "不支持这种密钥，无法核对",
    algorithm: "不支持这种签名算法，无法核对",
    bad: "签名与清单不符：清单或签名被改动过，或者签名属于另一份材料",
} as const

const ASK_AGAIN = "请提供人重新提供整个材料包"
const UNPACK = "如果这个压缩包被重新打包过，请先解压，再核对解压出的文件夹；否则请提供人重新提供原件"
const MAKER = "材料包由程序生成后不要手工改动；请提供人重新提供"

/** Kinds of packets in the words of the documents. */
function kindName(kind: string): string {
    return ({ draft: "材料包", archive: "留存包", submission: "对外发送件" } as Record<string, string>)[kind] ?? kind
}

export const packetIssues: Messages<PacketIssues> = {
    "manifest.path.unsafe": ({ fault }) => ({
        message: `文件名不符合材料包的要求：${PATH_FAULTS[fault]}`,
        hint: "包内文件名只用英文字母、数字和 . _ -；原名写在清单里",
    }),
    "manifest.path.collision": ({ other }) => ({
        message: `在不区分大小写的系统上与“${other}”是同一个名称`,
        hint: "请改其中一个的名称",
    }),
    "manifest.path.file-and-folder": ({ folder }) => ({
        message: `“${folder}”既是文件又是文件夹`,
        hint: "请改其中一个的名称",
    }),
    "manifest.text.large": ({ most }) => ({ message: `清单超过 ${String(most)} 字节，不予读取`, hint: MAKER }),
    "manifest.text.encoding": () => ({ message: "清单不是不带 BOM 的 UTF-8 文本", hint: MAKER }),
    "manifest.text.end": () => ({ message: "清单最后一行没有换行，可能不完整", hint: ASK_AGAIN }),
    "manifest.line.carriage-return": () => ({ message: "这一行以 CR LF 换行，应当只用 LF", hint: MAKER }),
    "manifest.line.form": () => ({ message: "这一行不是“校验值、两个空格、路径”", hint: MAKER }),
    "manifest.line.spelling": ({ path }) => ({
        message: `“${path}”一行的校验值应为小写，其后应为两个空格`,
        hint: MAKER,
    }),
    "manifest.line.outside": ({ path }) => ({ message: `清单列了 data/ 以外的“${path}”`, hint: MAKER }),
    "manifest.line.order": ({ path }) => ({ message: `“${path}”一行没有按顺序排列`, hint: MAKER }),
    "manifest.line.duplicate": ({ path }) => ({ message: `“${path}”在清单中出现了不止一次`, hint: MAKER }),
    "manifest.bag-info.form": () => ({ message: "bag-info.txt 不是本程序的写法", hint: ASK_AGAIN }),
    "manifest.bag-info.line": () => ({ message: "bag-info.txt 的这一行无法识别，或者重复", hint: ASK_AGAIN }),
    "manifest.bag-info.value": ({ label }) => ({ message: `${label} 的值写法不对`, hint: ASK_AGAIN }),

    "signature.key.format": () => ({
        message: "不是可以读取的 OpenSSH 私钥文件，或者文件已损坏",
        hint: "用 lerpack keygen 或 ssh-keygen -t ed25519 生成密钥",
    }),
    "signature.key.type": ({ type }) => ({
        message: `密钥类型是 ${type}；直接签名只用 Ed25519 密钥`,
        hint: "改用 Ed25519 密钥，或用 ssh-keygen -Y sign 签名",
    }),
    "signature.key.cipher": ({ cipher }) => ({
        message: `私钥用 ${cipher} 加密，本程序只读 aes256-ctr`,
        hint: "运行 ssh-keygen -p -Z aes256-ctr -f <密钥文件> 重设口令后再试",
    }),
    "signature.key.encrypted": () => ({ message: "私钥有口令保护，没有给出口令", hint: "请输入口令后再试" }),
    "signature.key.passphrase": () => ({ message: "口令不对，或者密钥文件已损坏", hint: "请重新输入口令" }),
    "signature.signers.line": () => ({
        message: "已知签名人名单的这一行无法识别",
        hint: "写法：名称、空格、密钥类型、空格、公钥，与 ssh-keygen 的 allowed_signers 相同",
    }),
    "signature.signers.key": ({ type }) => ({
        message: `不支持这一行的密钥类型 ${type}，或者类型与公钥不一致`,
        hint: "请核对这一行的公钥",
    }),
    "signature.signers.time": ({ option }) => ({
        message: `${option} 的时间写法不对，或者写了两次`,
        hint: '写法：valid-after="20260101Z"',
    }),
    "signature.signers.zone": ({ option }) => ({
        message: `${option} 没有写时区，按协调世界时（UTC）理解`,
        hint: "在时间末尾加 Z 即写明协调世界时",
    }),
    "signature.signers.authority": () => ({
        message: "这一行是证书颁发密钥（cert-authority），本程序不支持，未采用",
        hint: "请写签名人自己的公钥",
    }),
    "signature.signers.option": ({ option }) => ({
        message: `不认识选项 ${option}，这一行未采用`,
        hint: "只支持 namespaces、valid-after、valid-before",
    }),

    "zip.file.format": () => ({ message: "不是 ZIP 文件，或者文件不完整", hint: "请确认文件已完整下载或复制" }),
    "zip.file.end": () => ({
        message: "ZIP 的结尾不是材料包的写法：文件可能不完整、后面加了内容，或由其他程序打包",
        hint: UNPACK,
    }),
    "zip.file.entries": ({ count, most }) => ({
        message: `ZIP 内有 ${String(count)} 个文件，材料包最多 ${String(most)} 个`,
        hint: UNPACK,
    }),
    "zip.file.directory": () => ({ message: "ZIP 的目录不是材料包的写法，可能由其他程序打包", hint: UNPACK }),
    "zip.file.gap": ({ offset }) => ({
        message: `ZIP 在第 ${String(offset)} 字节处有不属于任何文件的内容`,
        hint: ASK_AGAIN,
    }),
    "zip.file.top": ({ count }) => ({
        message: `ZIP 最外层应当只有一个文件夹，现有 ${String(count)} 个名称`,
        hint: UNPACK,
    }),
    "zip.entry.header": () => ({
        message: "ZIP 目录中这个文件的记录不是材料包的写法（例如经过压缩、带有附加信息、日期或权限不同）",
        hint: UNPACK,
    }),
    "zip.entry.beyond": () => ({ message: "按 ZIP 目录，这个文件超出了 ZIP 的范围", hint: ASK_AGAIN }),
    "zip.entry.local-header": ({ offset }) => ({
        message: `ZIP 第 ${String(offset)} 字节处的文件头与目录不一致`,
        hint: ASK_AGAIN,
    }),
    "zip.entry.name": () => ({ message: "ZIP 内的这个文件名不安全或写法不规范", hint: ASK_AGAIN }),
    "zip.entry.duplicate": ({ other }) => ({ message: `ZIP 内与“${other}”重名`, hint: ASK_AGAIN }),
    "zip.entry.crc": () => ({ message: "内容与 ZIP 记录的 CRC-32 不一致", hint: ASK_AGAIN }),

    "packet.prior.manifest": () => ({ message: "原材料包没有可读取的清单", hint: "请先核对原材料包" }),
    "packet.prior.changed": () => ({
        message: "原材料包的这个文件与其清单不一致",
        hint: "请重新取得原材料包，核对后再办理",
    }),
    "packet.size.bytes": ({ bytes, most }) => ({
        message: `文件合计 ${String(bytes)} 字节，一个材料包最多 ${String(most)} 字节`,
        hint: "请挑选文件，大文件可另用光盘移交",
    }),
    "packet.size.files": ({ files, most }) => ({
        message: `共有 ${String(files)} 个文件，一个材料包最多 ${String(most)} 个`,
        hint: "请挑选文件",
    }),
    "packet.signer.earlier-layer": ({ fingerprint }) => ({
        message: `密钥 ${fingerprint} 签过前面的一层，不能再签后面的一层`,
        hint: "请用本单位自己的密钥签名，或用 --unsigned 不签名",
    }),
    "packet.signer.already": ({ fingerprint }) => ({
        message: `密钥 ${fingerprint} 已经签过这个材料包`,
        hint: "不必再签；如需另一方签名，请用另一方的密钥",
    }),

    "packet.signer.many": ({ most }) => ({
        message: `这份清单已有 ${String(most)} 个签名，不能再加`,
        hint: "请用已有签名的材料包",
    }),

    "verify.packet.elsewhere": ({ where }) => ({
        message:
            where === ".."
                ? "这是材料包里的 data 文件夹，材料包在它的上一层"
                : "材料包在这个文件夹里，旁边还有别的文件，没有核对",
        hint: where === ".." ? "请指定上一层文件夹再核对" : `请指定文件夹“${where}”再核对`,
    }),
    "verify.packet.none": () => ({
        message: "这里没有材料包：找不到 manifest-sha256.txt",
        hint: "请指定材料包的 ZIP 文件，或解压后含有 manifest-sha256.txt 的文件夹",
    }),
    "verify.packet.algorithm": () => ({
        message: "这份清单用的不是 SHA-256，本程序不支持，没有核对",
        hint: "请用制作它的程序核对",
    }),
    "verify.folder.system-file": () => ({ message: "系统自动生成的文件，不属于材料包，未计入" }),
    "verify.folder.nested": () => ({ message: "材料包在下一层文件夹里，已按那一层核对" }),
    "verify.folder.irregular": () => ({
        message: "是链接或特殊文件，材料包里没有这种文件，未读取",
        hint: "请从原 ZIP 重新解压",
    }),
    "verify.file.changed": ({ list }) => ({ message: `内容与 ${list} 所列的校验值不一致`, hint: ASK_AGAIN }),
    "verify.list.missing": () => ({ message: "应有这个文件，现在没有", hint: ASK_AGAIN }),
    "verify.list.extra": () => ({
        message: "清单上没有这个文件",
        hint: "请从原 ZIP 重新解压后再核对；仍有此文件的，请提供人说明",
    }),
    "verify.tag.bagit": () => ({ message: "内容不是规定的两行", hint: ASK_AGAIN }),
    "verify.tag.list": () => ({
        message: "应当恰好列出 bag-info.txt、bagit.txt、manifest-sha256.txt 三个文件",
        hint: ASK_AGAIN,
    }),
    "verify.bag-info.differs": ({ label }) => ({
        message: `${label} 与包内文件或索引所写的不一致`,
        hint: ASK_AGAIN,
    }),
    "verify.index.missing": () => ({ message: "没有这一层的索引，或者索引过大", hint: ASK_AGAIN }),
    "verify.index.json": () => ({ message: "索引不是 JSON 对象", hint: ASK_AGAIN }),
    "verify.index.format": () => ({
        message: "格式版本不是 1.0，本程序没有核对",
        hint: "请用较新版本的程序核对",
    }),
    "verify.index.field": () => ({ message: "索引的这一项缺少、多余或写法不对", hint: ASK_AGAIN }),
    "verify.index.not-canonical": () => ({
        message: "索引不是规范写法（例如同一项写了两次），不同程序可能读出不同内容",
        hint: ASK_AGAIN,
    }),
    "verify.index.kind": ({ kind, layer }) => ({
        message: `索引写明第 ${String(layer)} 层是${kindName(kind)}，这一层不能是`,
        hint: ASK_AGAIN,
    }),
    "verify.index.content": ({ kind }) => ({
        message: `索引写明是${kindName(kind)}，但包内的文件不是${kindName(kind)}应有的文件`,
        hint: "不要按索引所写的性质使用；请提供人说明并重新提供",
    }),
    "verify.index.unlisted": () => ({ message: "索引写了这个文件，但它不是清单中这一层的文件", hint: ASK_AGAIN }),
    "verify.index.silent": () => ({ message: "清单中有这个文件，索引没有写", hint: ASK_AGAIN }),
    "verify.index.size": ({ claimed, actual }) => ({
        message: `索引写 ${String(claimed)} 字节，实为 ${String(actual)} 字节`,
        hint: ASK_AGAIN,
    }),
    "verify.layer.code": ({ layer, code }) => ({
        message: `第 ${String(layer)} 层的核对码是 ${code}`,
        hint: "与当时移交的纸质单所写的一致，就说明这一层是当时移交的那一份",
    }),
    "verify.layer.missing": ({ layer }) => ({
        message: `前一层有这个文件，第 ${String(layer)} 层的清单里没有了`,
        hint: "请取得前一层的原材料包对照",
    }),
    "verify.layer.replaced": ({ layer }) => ({
        message: `这个文件在第 ${String(layer)} 层被换成了别的内容`,
        hint: "请取得前一层的原材料包对照",
    }),
    "verify.layer.misplaced": ({ layer }) => ({
        message: `这个文件放在了第 ${String(layer)} 层不能放文件的地方`,
        hint: ASK_AGAIN,
    }),
    "verify.layer.same-key": ({ key, layer }) => ({
        message: `密钥 ${key} 已签过第 ${String(layer)} 层；各层应由不同的一方签名`,
        hint: "请与签名各方核实",
    }),
    "verify.signature.bad": ({ fault }) => ({ message: SIGNATURE_FAULTS[fault], hint: ASK_AGAIN }),
    "verify.signature.gap": () => ({ message: "签名文件编号不连续，这一个可能被删除", hint: ASK_AGAIN }),
    "verify.signature.named-key": ({ key }) => ({
        message: `索引写明由密钥 ${key} 签名，但没有它的可用签名：签名可能被删除或更换`,
        hint: ASK_AGAIN,
    }),
    "verify.signature.missing": () => ({
        message: "要求由名单中的密钥签名，但材料包没有签名",
        hint: "请提供人签名，或比对纸质单上的核对码",
    }),
    "verify.signature.unknown": ({ key }) => ({
        message: `密钥 ${key} 不在已知名单`,
        hint: "请通过另外的途径（当面、电话、公函）向签名人核对这串字符",
    }),
    "verify.signature.outside-validity": ({ key }) => ({
        message: `密钥 ${key} 在名单中，但按本机时间不在名单规定的期限内`,
        hint: "请核对本机时间和名单的期限",
    }),
    "verify.timestamp.unchecked": () => ({ message: "有时间戳文件，本程序没有核对" }),
    "verify.time.order": ({ was, is }) => ({
        message: `这一层注明的时间 ${is} 早于前一层的 ${was}`,
        hint: "请向制作单位核对这两个时间",
    }),
    "verify.time.future": ({ claimed, now }) => ({
        message: `包内注明的时间 ${claimed} 晚于本机时间 ${now}`,
        hint: "请核对本机时间",
    }),
    "verify.code.same": () => ({ message: "核对码与所给的一致" }),
    "verify.code.earlier-layer": ({ layer, found }) => ({
        message: `所给的是第 ${String(layer)} 层清单的核对码，其后各层没有比对`,
        hint: `整个包的核对码是 ${found}，请另与制作单位核对`,
    }),
    "verify.code.form": () => ({
        message: "所给的核对码不是 32 位十六进制字符（0-9、a-f），没有比对",
        hint: "核对码是八组、每组四个字符；64 位的是 ZIP 文件的 SHA-256，不是核对码",
    }),
    "verify.code.differs": ({ found }) => ({
        message: `核对码与所给的不一致，这份材料的核对码是 ${found}`,
        hint: "请先核对是否输错；没有输错的，这不是纸质单所写的那一份材料",
    }),
    "verify.sent.no-record": () => ({
        message: "这个包没有发送记录，无法比对发送件",
        hint: "发送记录在留存包里，请核对留存包",
    }),
    "verify.sent.same": ({ name, layer }) => ({ message: `内容与第 ${String(layer)} 层发送记录中的“${name}”一致` }),
    "verify.sent.not-recorded": () => ({
        message: "这个文件的内容不在发送记录里",
        hint: "请确认是否为实际发送的文件",
    }),
    "verify.sent.not-given": () => ({ message: "发送记录里有这个文件，这次没有给出，未比对" }),
}
