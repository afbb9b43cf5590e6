"""LibreOffice as a program that opens documents, by its Python bridge (Debian: libreoffice-writer python3-uno)."""
import os
import subprocess
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    uno = None


class Office:
    def __init__(self, work):
        pipe = f"onus-copies-{os.getpid()}"
        environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp", "HOME": str(work)}
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
             f"-env:UserInstallation=file://{work}/profile", f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        self.context = None
        for _ in range(900):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.1)
        self.services = self.context.ServiceManager
        self.desktop = self.services.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)

    def open(self, path):
        return self.desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))

    def save(self, document, path, form):
        document.storeToURL(path.as_uri(), (PropertyValue("FilterName", 0, form, 0),))

    def reject_all(self, document):
        dispatcher = self.services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, ())

    def update_fields(self, document):
        document.getTextFields().refresh()

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:  # it goes while it answers
            pass
        self.process.wait(30)


def squeezed(words):
    return " ".join(words.split())


def comments_in(document):
    """(author, text, words that it is on)"""
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            yield field.Author, field.Content, squeezed(field.getAnchor().getString())


def each(collection):
    items = collection.createEnumeration()
    while items.hasMoreElements():
        yield items.nextElement()
