; Inno Setup 6: an installer for Windows around dist\dropmill. Not tried yet; see packaging/README.md.
;   iscc /DVersion=0.1.0 packaging\windows.iss

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0 packaging\windows.iss
#endif

[Setup]
AppId={{6B0E7A52-9E0C-4C0B-9C68-5D6E4F6B2D11}
AppName=Dropmill
AppVersion={#Version}
AppPublisher=The Dropmill authors
DefaultDirName={autopf}\Dropmill
DefaultGroupName=Dropmill
DisableProgramGroupPage=yes
LicenseFile=..\LICENSE
OutputDir=..\dist
OutputBaseFilename=dropmill-{#Version}-setup
SetupIconFile=..\resources\app-icon.ico
UninstallDisplayIcon={app}\dropmill.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For the person who installs it, without an administrator; for everybody on request.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
Compression=lzma2
SolidCompression=yes
; A running Dropmill is asked to close; its queue survives that.
CloseApplications=yes

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: path; Description: "Put the command line (dropmill-cli) on the PATH"; Flags: unchecked

[InstallDelete]
; Files of an older version that a newer one no longer has.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\dist\dropmill\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Dropmill"; Filename: "{app}\dropmill.exe"
Name: "{autodesktop}\Dropmill"; Filename: "{app}\dropmill.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath(ExpandConstant('{app}'))

[Run]
Filename: "{app}\dropmill.exe"; Description: "{cm:LaunchProgram,Dropmill}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath(Folder: string): Boolean;
var
  Present: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Present) then
    Present := '';
  Result := Pos(';' + Uppercase(Folder) + ';', ';' + Uppercase(Present) + ';') = 0;
end;
