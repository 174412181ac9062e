export function shortDescription(text: string, name: string): string;
export function shortArn(arn: string, service: string, type: string): string;
