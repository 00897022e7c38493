"""Why the system refused a file, by the name of its error."""

from dlprep.model.text import Text

TEXTS: dict[str, Text] = {
    "reason.ENOENT": Text("没有这个文件或文件夹", "there is no such file or folder"),
    "reason.EACCES": Text("没有权限", "permission is denied"),
    "reason.EPERM": Text("没有权限", "permission is denied"),
    "reason.EISDIR": Text("它是一个文件夹", "it is a folder"),
    "reason.ENOTDIR": Text("路径中间有一段不是文件夹", "a part of the path is no folder"),
    "reason.ENOSPC": Text("磁盘已满", "the disk is full"),
    "reason.EDQUOT": Text("磁盘配额已用完", "the disk quota is used up"),
    "reason.EROFS": Text("那里是只读的", "that place is read-only"),
    "reason.EFBIG": Text("文件太大", "the file is too large"),
    "reason.EIO": Text("磁盘读写出错", "the disk failed"),
    "reason.EMFILE": Text("打开的文件太多", "too many files are open"),
    "reason.ELOOP": Text("符号链接绕成了圈", "its links lead in a circle"),
    "reason.ENAMETOOLONG": Text("名字太长", "the name is too long"),
    "reason.other": Text("系统拒绝了：{why}", "{why}"),
    "reason.not-text": Text("它不是 UTF-8 文本", "it is not UTF-8 text"),
}
