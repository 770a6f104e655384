import type { PacketIssues, PathFault } from "../base/issues/packet.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

const PATH_FAULTS: Readonly<Record<PathFault, Words>> = {
    empty: { "zh-CN": "文件名为空", en: "it is empty" },
    absolute: { "zh-CN": "路径以 / 开头", en: "it begins with /" },
    "segment-empty": { "zh-CN": "路径中有连续的 /", en: "it has an empty segment" },
    "segment-dot": { "zh-CN": "名称以点开头或结尾", en: "a segment begins or ends with a point" },
    "segment-dash": { "zh-CN": "名称以连字符开头", en: "a segment begins with a hyphen" },
    character: {
        "zh-CN": "含有字母、数字、点、下划线、连字符以外的字符",
        en: "it has a character other than letters, digits, point, underscore and hyphen",
    },
    "reserved-name": { "zh-CN": "是 Windows 保留的设备名", en: "a segment is a device name reserved by Windows" },
    "segment-long": { "zh-CN": "名称过长", en: "a segment is too long" },
    "path-long": { "zh-CN": "路径过长", en: "it is too long" },
    deep: { "zh-CN": "文件夹层数过多", en: "it has too many folders" },
}

export const ASK_AGAIN: Words = {
    "zh-CN": "请提供人重新提供整个材料包",
    en: "ask the provider for the whole packet again",
}
const UNPACK: Words = {
    "zh-CN": "如果这个压缩包被重新打包过，请先解压，再核对解压出的文件夹；否则请提供人重新提供原件",
    en: "if it was packed again, unpack it and verify the folder; otherwise ask the provider for the original",
}
const MAKER: Words = {
    "zh-CN": "材料包由程序生成后不要手工改动；请提供人重新提供",
    en: "packets must not be edited by hand; ask the provider for it again",
}

/** A command takes it from there alone, so that it stands in no history of a shell. */
const PASSPHRASE: Words = {
    "zh-CN":
        "请输入口令后再试。用命令的，先在同一个窗口里输入 set LERPACK_PASSPHRASE=口令（Linux、macOS 写 export LERPACK_PASSPHRASE='口令'），再运行原来的命令",
    en: "enter the passphrase. For a command, first enter set LERPACK_PASSPHRASE=… in the same window (export LERPACK_PASSPHRASE='…' on Linux and macOS), then the command again",
}

export const packetIssues: Messages<keyof PacketIssues> = {
    "manifest.path.unsafe": ({ fault }) => ({
        "zh-CN": {
            message: `文件名不符合材料包的要求：${PATH_FAULTS[fault]["zh-CN"]}`,
            hint: "包内文件名只用英文字母、数字和 . _ -；原名写在清单里",
        },
        en: {
            message: `not a name for a packet: ${PATH_FAULTS[fault].en}`,
            hint: "names in a packet have letters, digits and . _ - only; the original name stands in the list",
        },
    }),
    "manifest.path.collision": ({ other }) => ({
        "zh-CN": { message: `在不区分大小写的系统上与“${other}”是同一个名称`, hint: "请改其中一个的名称" },
        en: { message: `the same name as "${other}" where case does not count`, hint: "rename one of the two" },
    }),
    "manifest.path.file-and-folder": ({ folder }) => ({
        "zh-CN": { message: `“${folder}”既是文件又是文件夹`, hint: "请改其中一个的名称" },
        en: { message: `"${folder}" is a file and a folder`, hint: "rename one of the two" },
    }),
    "manifest.text.large": ({ most }) => ({
        "zh-CN": { message: `清单超过 ${String(most)} 字节，不予读取`, hint: MAKER["zh-CN"] },
        en: { message: `the list is larger than ${String(most)} bytes and was not read`, hint: MAKER.en },
    }),
    "manifest.text.lines": ({ lines, most }) => ({
        "zh-CN": { message: `清单有 ${String(lines)} 行，最多 ${String(most)} 行，没有读`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `the list has ${String(lines)} lines, at most ${String(most)} are read`, hint: ASK_AGAIN.en },
    }),
    "manifest.text.encoding": () => ({
        "zh-CN": { message: "清单不是不带 BOM 的 UTF-8 文本", hint: MAKER["zh-CN"] },
        en: { message: "the list is not UTF-8 without a BOM", hint: MAKER.en },
    }),
    "manifest.text.end": () => ({
        "zh-CN": { message: "清单最后一行没有换行，可能不完整", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the last line of the list has no line end; it may be cut", hint: ASK_AGAIN.en },
    }),
    "manifest.line.carriage-return": () => ({
        "zh-CN": {
            message: "从这一行起以 CR LF 换行，应当只用 LF：文件按文本方式传输过（FTP、git），或者用编辑器存过",
            hint: "请重新取得原来的 ZIP 文件，按二进制方式传输，不要打开另存",
        },
        en: {
            message:
                "from this line on lines end with CR LF, where LF alone is allowed: the files were transferred as text (FTP, git) or saved by an editor",
            hint: "get the original ZIP again, transfer it as binary, and save nothing over it",
        },
    }),
    "manifest.line.form": () => ({
        "zh-CN": { message: "这一行不是“校验值、两个空格、路径”", hint: MAKER["zh-CN"] },
        en: { message: "the line is not digest, two spaces, path", hint: MAKER.en },
    }),
    "manifest.line.spelling": ({ path }) => ({
        "zh-CN": { message: `“${path}”一行的校验值应为小写，其后应为两个空格`, hint: MAKER["zh-CN"] },
        en: { message: `the line of "${path}" must have lower-case digits and two spaces`, hint: MAKER.en },
    }),
    "manifest.line.outside": ({ path }) => ({
        "zh-CN": { message: `清单列了 data/ 以外的“${path}”`, hint: MAKER["zh-CN"] },
        en: { message: `the list names "${path}" outside data/`, hint: MAKER.en },
    }),
    "manifest.line.order": ({ path }) => ({
        "zh-CN": { message: `“${path}”一行没有按顺序排列`, hint: MAKER["zh-CN"] },
        en: { message: `the line of "${path}" is out of order`, hint: MAKER.en },
    }),
    "manifest.line.duplicate": ({ path }) => ({
        "zh-CN": { message: `“${path}”在清单中出现了不止一次`, hint: MAKER["zh-CN"] },
        en: { message: `"${path}" is listed more than once`, hint: MAKER.en },
    }),
    "manifest.bag-info.form": () => ({
        "zh-CN": { message: "bag-info.txt 不是本程序的写法", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "bag-info.txt is not in the form of this program", hint: ASK_AGAIN.en },
    }),
    "manifest.bag-info.line": () => ({
        "zh-CN": { message: "bag-info.txt 的这一行无法识别，或者重复", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "this line is unknown or repeated", hint: ASK_AGAIN.en },
    }),
    "manifest.bag-info.value": ({ label }) => ({
        "zh-CN": { message: `${label} 的值写法不对`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `the value of ${label} is malformed`, hint: ASK_AGAIN.en },
    }),

    "signature.key.format": () => ({
        "zh-CN": {
            message: "不是可以读取的 OpenSSH 私钥文件，或者文件已损坏",
            hint: "用 lerpack keygen 或 ssh-keygen -t ed25519 生成密钥",
        },
        en: {
            message: "not a readable OpenSSH private key file, or it is damaged",
            hint: "make a key with lerpack keygen or ssh-keygen -t ed25519",
        },
    }),
    "signature.key.type": ({ type }) => ({
        "zh-CN": {
            message: `密钥类型是 ${type}；直接签名只用 Ed25519 密钥`,
            hint: "改用 Ed25519 密钥，或用 ssh-keygen -Y sign 签名",
        },
        en: {
            message: `the key's type is ${type}; only Ed25519 keys are signed with directly`,
            hint: "use an Ed25519 key, or sign with ssh-keygen -Y sign",
        },
    }),
    "signature.key.cipher": ({ cipher }) => ({
        "zh-CN": {
            message: `私钥用 ${cipher} 加密，本程序只读 aes256-ctr`,
            hint: "运行 ssh-keygen -p -Z aes256-ctr -f <密钥文件> 重设口令后再试",
        },
        en: {
            message: `the key is encrypted with ${cipher}; only aes256-ctr is read`,
            hint: "run ssh-keygen -p -Z aes256-ctr -f <key file> and try again",
        },
    }),
    "signature.key.encrypted": () => ({
        "zh-CN": { message: "私钥有口令保护，没有给出口令", hint: PASSPHRASE["zh-CN"] },
        en: { message: "the key has a passphrase and none was given", hint: PASSPHRASE.en },
    }),
    "signature.key.passphrase": () => ({
        "zh-CN": { message: "口令不对，或者密钥文件已损坏", hint: PASSPHRASE["zh-CN"] },
        en: { message: "the passphrase is wrong, or the key file is damaged", hint: PASSPHRASE.en },
    }),
    "signature.signers.line": () => ({
        "zh-CN": {
            message: "已知签名人名单的这一行无法识别",
            hint: "写法：名称、空格、密钥类型、空格、公钥，与 ssh-keygen 的 allowed_signers 相同",
        },
        en: {
            message: "this line of the allowed signers cannot be read",
            hint: "write name, key type and public key with blanks between, as in ssh-keygen's allowed_signers",
        },
    }),
    "signature.signers.key": ({ type }) => ({
        "zh-CN": {
            message: `不支持这一行的密钥类型 ${type}，或者类型与公钥不一致，这一行未采用`,
            hint: "请核对这一行的公钥",
        },
        en: {
            message: `the key type ${type} is not supported, or it is not the type of the key; this line was not used`,
            hint: "check the public key of this line",
        },
    }),
    "signature.signers.time": ({ option }) => ({
        "zh-CN": {
            message: `${option} 的时间写法不对、写了两次，或者不晚于 valid-after`,
            hint: '写法：valid-after="20260101Z"',
        },
        en: {
            message: `the time of ${option} is malformed, given twice, or not after valid-after`,
            hint: 'write for example valid-after="20260101Z"',
        },
    }),
    "signature.signers.zone": ({ option }) => ({
        "zh-CN": { message: `${option} 没有写时区，按协调世界时（UTC）理解`, hint: "在时间末尾加 Z 即写明协调世界时" },
        en: { message: `${option} names no time zone and is taken as UTC`, hint: "add Z to say UTC" },
    }),
    "signature.signers.authority": () => ({
        "zh-CN": {
            message: "这一行是证书颁发密钥（cert-authority），本程序不支持，未采用",
            hint: "请写签名人自己的公钥",
        },
        en: {
            message: "this line is a certificate authority, which is not supported; it was not used",
            hint: "write the signer's own public key",
        },
    }),
    "signature.signers.option": ({ option }) => ({
        "zh-CN": {
            message: `不认识选项 ${option}，这一行未采用`,
            hint: "只支持 namespaces、valid-after、valid-before",
        },
        en: {
            message: `the option ${option} is unknown; the line was not used`,
            hint: "only namespaces, valid-after and valid-before are supported",
        },
    }),

    "zip.file.format": () => ({
        "zh-CN": {
            message: "不是 ZIP 文件，或者文件不完整",
            hint: "请选材料包的 ZIP；是 7z、RAR、TAR 等其他压缩文件的，先解压，再核对解压出的文件夹；是 ZIP 的，请确认已完整下载或复制",
        },
        en: {
            message: "not a ZIP file, or it is incomplete",
            hint: "choose the packet's ZIP; unpack another kind of archive (7z, RAR, TAR) first and verify the folder; make sure that a ZIP was copied completely",
        },
    }),
    "zip.file.end": () => ({
        "zh-CN": {
            message: "ZIP 的结尾不是材料包的写法：文件可能不完整、后面加了内容，或由其他程序打包",
            hint: UNPACK["zh-CN"],
        },
        en: {
            message:
                "the end of the ZIP is not a packet's: it is cut, something was appended, or another program packed it",
            hint: UNPACK.en,
        },
    }),
    "zip.file.entries": ({ count, most }) => ({
        "zh-CN": { message: `ZIP 内有 ${String(count)} 个文件，材料包最多 ${String(most)} 个`, hint: UNPACK["zh-CN"] },
        en: { message: `the ZIP has ${String(count)} files, a packet at most ${String(most)}`, hint: UNPACK.en },
    }),
    "zip.file.directory": () => ({
        "zh-CN": { message: "ZIP 的目录不是材料包的写法，可能由其他程序打包", hint: UNPACK["zh-CN"] },
        en: { message: "the ZIP's directory is not a packet's; another program may have packed it", hint: UNPACK.en },
    }),
    "zip.file.gap": ({ offset }) => ({
        "zh-CN": { message: `ZIP 在第 ${String(offset)} 字节处有不属于任何文件的内容`, hint: ASK_AGAIN["zh-CN"] },
        en: {
            message: `at byte ${String(offset)} the ZIP holds something that belongs to no file`,
            hint: ASK_AGAIN.en,
        },
    }),
    "zip.file.top": ({ count }) => ({
        "zh-CN": { message: `ZIP 最外层应当只有一个文件夹，现有 ${String(count)} 个名称`, hint: UNPACK["zh-CN"] },
        en: { message: `a packet has one top folder, this ZIP has ${String(count)} names there`, hint: UNPACK.en },
    }),
    "zip.entry.header": () => ({
        "zh-CN": {
            message: "ZIP 目录中这个文件的记录不是材料包的写法（例如经过压缩、带有附加信息，日期、权限或者位置不同）",
            hint: UNPACK["zh-CN"],
        },
        en: {
            message:
                "the ZIP's record of this file is not a packet's (compressed, extra fields, another date, mode or place)",
            hint: UNPACK.en,
        },
    }),
    "zip.entry.beyond": () => ({
        "zh-CN": { message: "按 ZIP 目录，这个文件超出了 ZIP 的范围", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "by the ZIP's directory this file reaches beyond the ZIP", hint: ASK_AGAIN.en },
    }),
    "zip.entry.local-header": ({ offset }) => ({
        "zh-CN": {
            message: `ZIP 第 ${String(offset)} 字节处不是这个文件应有的文件头：与目录不一致，或者不是材料包的写法`,
            hint: ASK_AGAIN["zh-CN"],
        },
        en: {
            message: `at byte ${String(offset)} there is no header of this file as it should be: it differs from the directory, or is not a packet's`,
            hint: ASK_AGAIN.en,
        },
    }),
    "zip.entry.name": () => ({
        "zh-CN": { message: "ZIP 内的这个文件名不安全或写法不规范", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "this name in the ZIP is unsafe or not in its normal form", hint: ASK_AGAIN.en },
    }),
    "zip.entry.duplicate": ({ other }) => ({
        "zh-CN": { message: `ZIP 内与“${other}”重名`, hint: ASK_AGAIN["zh-CN"] },
        en: { message: `the ZIP also has "${other}", the same name`, hint: ASK_AGAIN.en },
    }),
    "zip.entry.crc": () => ({
        "zh-CN": { message: "内容与 ZIP 记录的 CRC-32 不一致", hint: ASK_AGAIN["zh-CN"] },
        en: { message: "the content does not fit the CRC-32 in the ZIP", hint: ASK_AGAIN.en },
    }),

    "packet.prior.manifest": () => ({
        "zh-CN": { message: "原材料包没有可读取的清单", hint: "请先核对原材料包" },
        en: { message: "the earlier packet has no readable list", hint: "verify the earlier packet first" },
    }),
    "packet.prior.changed": () => ({
        "zh-CN": { message: "原材料包的这个文件与其清单不一致", hint: "请重新取得原材料包，核对后再办理" },
        en: {
            message: "this file of the earlier packet does not fit its list",
            hint: "get the earlier packet again and verify it",
        },
    }),
    "packet.size.bytes": ({ bytes, most }) => ({
        "zh-CN": {
            message: `文件合计 ${String(bytes)} 字节，一个材料包最多 ${String(most)} 字节`,
            hint: "请挑选文件，大文件可另用光盘移交",
        },
        en: {
            message: `the files have ${String(bytes)} bytes, a packet at most ${String(most)}`,
            hint: "choose fewer files; hand over large ones on a disc",
        },
    }),
    "packet.size.files": ({ files, most }) => ({
        "zh-CN": { message: `共有 ${String(files)} 个文件，一个材料包最多 ${String(most)} 个`, hint: "请挑选文件" },
        en: {
            message: `there are ${String(files)} files, a packet has at most ${String(most)}`,
            hint: "choose fewer files",
        },
    }),
    "packet.layers.many": ({ most }) => ({
        "zh-CN": {
            message: `留存包已有 ${String(most)} 层，不能再加`,
            hint: "分几次收到的答复，请从加了它们以前的那一份留存包开始，合在一起登记一次；旧的留存包照样保存",
        },
        en: {
            message: `the archive has ${String(most)} layers and takes no more`,
            hint: "register answers that came in parts together, into the archive as it was before them; keep the old one as it is",
        },
    }),
    "packet.signer.earlier-layer": ({ fingerprint }) => ({
        "zh-CN": {
            message: `密钥 ${fingerprint} 签过第 1 层（报案人的材料），不能再签后面的层`,
            hint: "请用本单位自己的密钥签名，或用 --unsigned 不签名",
        },
        en: {
            message: `the key ${fingerprint} signed layer 1, the victim's, and may not sign a later one`,
            hint: "sign with your own agency's key, or use --unsigned",
        },
    }),
    "packet.signer.already": ({ fingerprint }) => ({
        "zh-CN": {
            message: `密钥 ${fingerprint} 已经签过这个材料包`,
            hint: "不必再签；如需另一方签名，请用另一方的密钥",
        },
        en: {
            message: `the key ${fingerprint} has already signed this packet`,
            hint: "nothing to do; another party signs with its own key",
        },
    }),

    "packet.signer.many": ({ most }) => ({
        "zh-CN": { message: `这份清单已有 ${String(most)} 个签名，不能再加`, hint: "请用已有签名的材料包" },
        en: {
            message: `this list has ${String(most)} signatures already and takes no more`,
            hint: "use the packet with the signatures it has",
        },
    }),
}
