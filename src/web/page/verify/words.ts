import { pair } from "../state.ts"

/** Words of the third door. */

export const TITLE = pair("核对材料", "Check a packet")
export const INTRO = pair(
    "看一个材料包的文件有没有变动、由哪把密钥签名、里面注明了什么。什么也不上传。",
    "Whether files of a packet were changed, which key signed it, what it says of itself. Nothing is uploaded.",
)
export const MATERIAL = pair("材料包", "The packet")
export const MATERIAL_HINT = pair(
    "ZIP 文件，或者解压以后的整个文件夹。几个 GB 也可以。",
    "The ZIP, or the whole folder it was unpacked into. Gigabytes are fine.",
)
export const CODE = pair("纸质单上的核对码（可以不填）", "Check code on the paper (may be left blank)")
export const CODE_HINT = pair(
    "八组，空格和大小写不计。与纸质单一致，才能说明这就是当时移交的那一份。",
    "Eight groups; blanks and case do not count. Only the code on paper shows that this is the packet that was handed over.",
)
export const SIGNERS = pair("已知签名人名单（可以不选）", "List of known signers (may be left out)")
export const SIGNERS_HINT = pair("OpenSSH 的 allowed_signers 文件。", "An allowed_signers file of OpenSSH.")
export const KEY = pair("或者密钥指纹（可以不填）", "Or the fingerprint of a key (may be left blank)")
export const KEY_HINT = pair("以 SHA256: 开头。", "It begins with SHA256:.")
export const SENT = pair("实际发出的文件（可以不选）", "What was sent (may be left out)")
export const SENT_HINT = pair(
    "核对留存包时，可以选“-send”文件夹或者 submission.zip，看发出的是不是这些文件。",
    "For an archive: the folder “-send” or submission.zip, to see whether these are the files.",
)
export const MORE = pair("还可以比对：名单、密钥、发出的文件", "More to compare: signers, key, what was sent")
export const CHECK = pair("核对", "Check")
export const AGAIN = pair("核对另一个", "Check another one")
export const ONCE_MORE = pair("改核对码，再核对一次", "Change the code and check again")
export const CHOSEN = (name: string): ReturnType<typeof pair> => pair(`已选：${name}`, `chosen: ${name}`)
export const FOLDER_OF = (count: number): ReturnType<typeof pair> =>
    pair(`文件夹，${String(count)} 个文件`, `a folder of ${String(count)} files`)
export const VERDICTS = {
    "intact-signed-known": pair("文件齐全，与清单一致；签名人在名单上", "All files are as listed; the signer is known"),
    "intact-signed-unknown": pair(
        "文件齐全，与清单一致；有签名，不知是谁的",
        "All files are as listed; signed by a key that is not known",
    ),
    "intact-unsigned": pair("文件齐全，与清单一致；没有签名", "All files are as listed; not signed"),
    broken: pair("不符：文件或者清单被改动过", "Does not hold: files or list were changed"),
    refused: pair("这不是本格式的材料包，没有核对", "Not a packet of this format; nothing was judged"),
}
export const CODE_FORM = pair(
    "文件齐全，与清单一致；填写的核对码写法不对，没有比对",
    "All files are as listed; the code that was typed in is not a check code and was not compared",
)
export const CODE_DIFFERS = pair(
    "核对码不一致：输错了，或者不是纸质单所写的那一份（文件与包内清单一致）",
    "The code differs: mistyped, or not the packet of the paper sheet (files are as the packet lists them)",
)
export const LIMITS = pair("不能说明", "What this does not show")
export const FILES = pair("全部文件和校验值", "All files and hashes")
export const LAYERS = pair("各层", "Layers")
export const LAYER = pair("层", "Layer")
export const ADDED = pair("增加", "Added")
export const MISSING = pair("缺少", "Missing")
export const REPLACED = pair("变动", "Changed")
export const KEY_OF = pair("密钥", "Key")
export const FIND = pair("按文件名或者校验值查找", "Find by name or hash")
export const NO_KEY = pair("没有", "none")
export const ZIP_HASH = pair("整个 ZIP 的 SHA-256", "SHA-256 of the whole ZIP")
export const STOCK = pair("不用本程序核对", "Checking without this program")
export const STOCK_TEXT = pair(
    "在命令窗口中输入下面一行，与纸质单上的 SHA-256 比较；每个文件的校验值在解压后的 manifest-sha256.txt 中。",
    "Type this in a command window and compare with the paper; the hash of every file stands in manifest-sha256.txt.",
)
export const FINDINGS = pair("发现的问题", "Findings")
