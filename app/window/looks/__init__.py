"""Before and after of one file, as widgets over a preview: picture, table, message."""

from app.window.looks.mail import MailLook
from app.window.looks.pane import LookPane
from app.window.looks.picture import PictureLook
from app.window.looks.seen import Seen
from app.window.looks.table import TableLook

__all__ = ["LookPane", "MailLook", "PictureLook", "Seen", "TableLook"]
