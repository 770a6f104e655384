import { counted } from "../../../messages/message.ts"
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
export const CODE = pair(
    "纸质单上的核对码或者 SHA-256（可以不填）",
    "Check code or SHA-256 on the paper (may be left blank)",
)
export const CODE_HINT = pair(
    "核对码八组，SHA-256 是 64 位；空格和大小写不计。与纸质单一致，才能说明这就是当时移交的那一份。填某一个文件的 SHA-256 的，告诉您是哪一个文件；上面也可以只放那一个文件。",
    "Eight groups, or the 64 digits of a SHA-256; blanks and case do not count. Only what stands on paper shows that this is the packet that was handed over. For the SHA-256 of one file you are told which one it is; that file alone may be given above too.",
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
    pair(`文件夹，${String(count)} 个文件`, `a folder of ${counted(count, "file")}`)
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
export const NOT_NAMED = pair(
    "文件齐全，与清单一致；签名的密钥不是您名单上的，也不是您填写的",
    "All files are as listed; signed by a key that is neither on your list nor the one you named",
)
export const NOT_FOR_THIS = pair(
    "文件齐全，与清单一致；签名的密钥在您的名单上，但名单不许它现在签材料包",
    "All files are as listed; the signing key is on your list, which does not have it for packets now",
)
export const SENT_DIFFERS = pair(
    "材料包的文件齐全，与清单一致；给出的发送件没有全部对上，见下",
    "All files of the packet are as listed; what was given as sent does not all fit the record, see below",
)
export const CODE_FORM = pair(
    "文件齐全，与清单一致；填写的核对码没有比对成，原因见下",
    "All files are as listed; what was typed in could not be compared, for the reason below",
)
export const CODE_DIFFERS = pair(
    "核对码或者 SHA-256 不一致：输错了，或者不是纸质单所写的那一份（文件与包内清单一致）",
    "The code or SHA-256 differs: mistyped, or not the packet of the paper sheet (files are as the packet lists them)",
)
export const SAME_FILE = pair(
    "文件的 SHA-256 与填写的一致（不是材料包，别的没有核对）",
    "The file has the SHA-256 that was typed in (it is no packet, and nothing else was judged)",
)
export const OTHER_FILE = pair(
    "文件的 SHA-256 与填写的不一致：输错了，或者不是纸上所写的那一个文件（也不是材料包）",
    "The file does not have the SHA-256 that was typed in: mistyped, or not the file that the paper names (nor a packet)",
)
/** What a verdict means to a reader who has never heard of hashes, and what to do with it. */
export const MEANS = {
    noCode: pair(
        "意思是：包里的文件与包内自带的清单一致。只凭这一点，还不知道是不是当时移交的那一份：整个包重做一份，也会一致。请输入纸质《材料核对单》（或者当时记下）的核对码，再核对一次。",
        "This means: the files are as the list inside the packet says. That alone does not show that it is the packet that was handed over, for a packet that was made anew agrees with its own list. Type in the check code of the paper sheet, or the one noted at the time, and check again.",
    ),
    code: pair(
        "意思是：这就是您输入的核对码所指的那一份，文件没有增加、缺少或者改动。核对码按全部文件算出，变动任何一个文件，它就不同；它是不是当时的，要看纸质单。",
        "This means: it is the packet of the check code that was typed in; no file was added, lost or changed. The code is reckoned from all files, and another one would come of any change; whether it is the code of that day the paper shows.",
    ),
    sha256: pair(
        "意思是：这就是您输入的 SHA-256 所指的那一份，文件没有增加、缺少或者改动；变动任何一处，SHA-256 就不同。它是不是当时的，要看纸质单。",
        "This means: it is the packet of the SHA-256 that was typed in; no file was added, lost or changed, and another one would come of any change. Whether it is that of the day the paper shows.",
    ),
    broken: pair(
        "意思是：清单写成以后，有文件被改动、缺少或者多出，或者清单本身被改动，也可能是复制时损坏。不要依据这一份；下面写明是哪些文件。请提供人重新提供，再核对。",
        "This means: after the list was written a file was changed, lost or added, or the list itself was changed; a faulty copy looks the same. Do not rely on this one; below stands which files. Ask for the packet again.",
    ),
    elsewhere: pair(
        "意思是：选到的不是材料包本身，没有核对；材料包是哪一个，下面写明。",
        "This means: what was chosen is not the packet itself, and nothing was compared; below stands which one it is.",
    ),
    refused: pair(
        "意思是：没有核对成，不说明材料有问题，也不说明没有问题。常见的原因：选错了文件；没有下载或者复制完；解压后又重新压缩过（这时请选解压出的文件夹）。",
        "This means: nothing was compared, so nothing is known, for better or worse. Common causes: another file was chosen; it was not copied to its end; it was unpacked and packed again (then choose the unpacked folder).",
    ),
}
export const ONE_ONLY = (count: number): ReturnType<typeof pair> =>
    pair(
        `一次只核对一个材料包，这里放入了 ${String(count)} 个文件。请只放入一个 ZIP，或者解压出的整个文件夹；名单和发出的文件放在“还可以比对”里。`,
        `One packet at a time, and ${String(count)} files were given. Give one ZIP, or the whole unpacked folder; a list of signers and what was sent go under “More to compare”.`,
    )
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
export const STOCK_FOLDER = pair(
    "在材料包的文件夹里打开命令窗口，输入下面一行：结果的前 32 位就是核对码，与纸质单比较。每个文件的校验值在 manifest-sha256.txt 中。",
    "Open a command window in the packet's folder and type this: the first 32 digits are the check code on the paper; the hash of every file stands in manifest-sha256.txt.",
)
export const STOCK_TEXT = pair(
    "在命令窗口中输入下面一行，与纸质单上的 SHA-256 比较；每个文件的校验值在解压后的 manifest-sha256.txt 中。",
    "Type this in a command window and compare with the paper; the hash of every file stands in manifest-sha256.txt.",
)
export const FINDINGS = pair("核对时发现的", "Findings")
