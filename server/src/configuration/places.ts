/** The name of a project's configuration file. */
export const CONFIGURATION_FILE = '.lambda-iam.json';

/** Whether a document is a configuration file. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_FILE}`);
}

/** The folder that a file is in, without a slash at its end; `undefined` at the top. */
export function folderOf(uri: string): string | undefined {
  const path = uri.replace(/^[^:/]+:\/\/[^/]*/, '');
  const slash = path.lastIndexOf('/');
  return slash < 0 ? undefined : uri.slice(0, uri.length - path.length + slash);
}

/** The folders above a document, the nearest first. Of the configuration files in them, the nearest counts, alone. */
export function foldersAbove(uri: string): readonly string[] {
  const folder = folderOf(uri);
  return folder === undefined ? [] : [folder, ...foldersAbove(folder)];
}

/** The configuration file of a folder. */
export function configurationIn(folder: string): string {
  return `${folder}/${CONFIGURATION_FILE}`;
}

/**
 * The path of a document below a folder, as patterns are matched with it; `undefined` where it is not below.
 *
 * @param folder a URI without a slash at its end
 */
export function pathBelow(folder: string, uri: string): string | undefined {
  return uri.startsWith(`${folder}/`) ? decoded(uri.slice(folder.length + 1)) : undefined;
}

/** URIs encode blanks and letters; one that encodes nothing readable stays as it is. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
